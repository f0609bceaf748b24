# XEP-0388 §4: only after TLS
## prosody: it has no SASL2
## direct: it is about the plain stream
[Client] Romeo
	jid: romeo@example.org
	raw: true
-----
Romeo opens a stream
Romeo receives a stream header
Romeo receives:
	<stream:features/>
Romeo sends:
	<authenticate xmlns='urn:xmpp:sasl:2' mechanism='PLAIN'>
		<initial-response>{base64:\0romeo\0password}</initial-response>
		<user-agent id='d4565fa7-4d72-4749-b3d3-740edbf87770'><software>AwesomeXMPP</software><device>Kiva's Phone</device></user-agent>
		<bind xmlns='urn:xmpp:bind:0'/>
		
	</authenticate>
Romeo receives:
	<failure xmlns='urn:xmpp:sasl:2' scansion:strict='false'><encryption-required xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/></failure>
