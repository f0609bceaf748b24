# XEP-0386 §3.2: an installation's earlier session ends when it binds anew, whatever its tag
## prosody: it has no SASL2
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
		<user-agent id='d4565fa7-4d72-4749-b3d3-740edbf87770'><software>AwesomeXMPP</software><device>Kiva's Phone</device></user-agent>
		<bind xmlns='urn:xmpp:bind:0'><tag>One</tag></bind>
		
	</authenticate>
Romeo receives:
	<success xmlns='urn:xmpp:sasl:2'>
		<authorization-identifier>{scansion:any}</authorization-identifier>
		<bound xmlns='urn:xmpp:bind:0' scansion:strict='false'/>
	</success>
	<stream:features/>
Again connects
Again sends:
	<authenticate xmlns='urn:xmpp:sasl:2' mechanism='PLAIN'>
		<initial-response>{base64:\0romeo\0password}</initial-response>
		<user-agent id='d4565fa7-4d72-4749-b3d3-740edbf87770'><software>AwesomeXMPP</software><device>Kiva's Phone</device></user-agent>
		<bind xmlns='urn:xmpp:bind:0'><tag>Two</tag></bind>
		
	</authenticate>
Again receives:
	<success xmlns='urn:xmpp:sasl:2'>
		<authorization-identifier>{scansion:any}</authorization-identifier>
		<bound xmlns='urn:xmpp:bind:0' scansion:strict='false'/>
	</success>
	<stream:features/>
Romeo receives stream error: conflict
