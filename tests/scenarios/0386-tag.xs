# XEP-0386 §3.2.1: the tag begins the resource; an installation that says which it is always gets the same, which does not tell its id
## prosody: it has no SASL2
[Client] Romeo
	jid: romeo@example.org
	raw: tls

[Client] Again
	jid: romeo@example.org
	raw: tls

[Client] Other
	jid: romeo@example.org
	raw: tls
-----
Romeo sends:
	<authenticate xmlns='urn:xmpp:sasl:2' mechanism='PLAIN'>
		<initial-response>{base64:\0romeo\0password}</initial-response>
		<user-agent id='d4565fa7-4d72-4749-b3d3-740edbf87770'><software>AwesomeXMPP</software><device>Kiva's Phone</device></user-agent>
		<bind xmlns='urn:xmpp:bind:0'><tag>AwesomeXMPP</tag></bind>
		
	</authenticate>
Romeo receives:
	<success xmlns='urn:xmpp:sasl:2'>
		<authorization-identifier>{capture:jid}</authorization-identifier>
		<bound xmlns='urn:xmpp:bind:0' scansion:strict='false'/>
	</success>
	<stream:features/>
Romeo disconnects
Again connects
Again sends:
	<authenticate xmlns='urn:xmpp:sasl:2' mechanism='PLAIN'>
		<initial-response>{base64:\0romeo\0password}</initial-response>
		<user-agent id='d4565fa7-4d72-4749-b3d3-740edbf87770'><software>AwesomeXMPP</software><device>Kiva's Phone</device></user-agent>
		<bind xmlns='urn:xmpp:bind:0'><tag>AwesomeXMPP</tag></bind>
		
	</authenticate>
Again receives:
	<success xmlns='urn:xmpp:sasl:2'>
		<authorization-identifier>${jid}</authorization-identifier>
		<bound xmlns='urn:xmpp:bind:0' scansion:strict='false'/>
	</success>
	<stream:features/>
Other connects
Other sends:
	<authenticate xmlns='urn:xmpp:sasl:2' mechanism='PLAIN'>
		<initial-response>{base64:\0romeo\0password}</initial-response>
		
		<bind xmlns='urn:xmpp:bind:0'><tag>AwesomeXMPP</tag></bind>
		
	</authenticate>
Other receives:
	<success xmlns='urn:xmpp:sasl:2'>
		<authorization-identifier>{scansion:not ${jid}}</authorization-identifier>
		<bound xmlns='urn:xmpp:bind:0' scansion:strict='false'/>
	</success>
	<stream:features/>
