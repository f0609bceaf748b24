# XEP-0484 §3.2 to §3.4: a token is given with a login by password, and proved at the next, in one message
## prosody: it has no FAST
[Client] Romeo
	jid: romeo@example.org
	raw: tls

[Client] Again
	jid: romeo@example.org
	raw: tls
-----
Romeo sends:
	<authenticate xmlns='urn:xmpp:sasl:2' mechanism='PLAIN'>
		<initial-response>{base64:\0romeo\0password}</initial-response>
		<user-agent id='d4565fa7-4d72-4749-b3d3-740edbf87770'><software>AwesomeXMPP</software></user-agent>
		<bind xmlns='urn:xmpp:bind:0'/>
		<request-token xmlns='urn:xmpp:fast:0' mechanism='HT-SHA-256-NONE'/>
	</authenticate>
Romeo receives:
	<success xmlns='urn:xmpp:sasl:2'>
		<authorization-identifier>{scansion:any}</authorization-identifier>
		<bound xmlns='urn:xmpp:bind:0' scansion:strict='false'/>
		<token xmlns='urn:xmpp:fast:0' token='{capture:token}' expiry='{scansion:any}'/>
	</success>
	<stream:features/>
Again connects
Again sends:
	<authenticate xmlns='urn:xmpp:sasl:2' mechanism='HT-SHA-256-NONE'>
		<initial-response>{ht:romeo|${token}}</initial-response>
		<user-agent id='d4565fa7-4d72-4749-b3d3-740edbf87770'><software>AwesomeXMPP</software></user-agent>
		<bind xmlns='urn:xmpp:bind:0'/>
		<fast xmlns='urn:xmpp:fast:0' count='1'/>
	</authenticate>
Again receives:
	<success xmlns='urn:xmpp:sasl:2'>
		<additional-data>{ht-answer:${token}}</additional-data>
		<authorization-identifier>{scansion:any}</authorization-identifier>
		<bound xmlns='urn:xmpp:bind:0' scansion:strict='false'/>
	</success>
	<stream:features/>
# XEP-0386 §3.2: the same installation's earlier session ends
Romeo receives stream error: conflict
