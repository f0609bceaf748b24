# XEP-0484 §1: tokens end with the password that they were given for
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
Romeo sends:
	<iq type='set' id='p1'><query xmlns='jabber:iq:register'><username>romeo</username><password>new</password></query></iq>
Romeo receives:
	<iq type='result' id='p1'/>
Romeo disconnects
Again connects
Again sends:
	<authenticate xmlns='urn:xmpp:sasl:2' mechanism='HT-SHA-256-NONE'>
		<initial-response>{ht:romeo|${token}}</initial-response>
		<user-agent id='d4565fa7-4d72-4749-b3d3-740edbf87770'><software>AwesomeXMPP</software></user-agent>
		<bind xmlns='urn:xmpp:bind:0'/>
		<fast xmlns='urn:xmpp:fast:0'/>
	</authenticate>
Again receives:
	<failure xmlns='urn:xmpp:sasl:2' scansion:strict='false'><not-authorized xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/></failure>
