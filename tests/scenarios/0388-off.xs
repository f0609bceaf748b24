# XEP-0388: where it is turned off it is neither offered nor done, and with it Bind 2 and tokens
## prosody: it has no SASL2
[Server]
	module sasl2: off

[Client] Romeo
	jid: romeo@example.org
	raw: tls
-----
Romeo sends:
	<authenticate xmlns='urn:xmpp:sasl:2' mechanism='PLAIN'>
		<initial-response>{base64:\0romeo\0password}</initial-response>
		<user-agent id='d4565fa7-4d72-4749-b3d3-740edbf87770'><software>AwesomeXMPP</software><device>Kiva's Phone</device></user-agent>
		<bind xmlns='urn:xmpp:bind:0'/>
		
	</authenticate>
Romeo receives:
	<failure xmlns='urn:xmpp:sasl:2' scansion:strict='false'><invalid-mechanism xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/></failure>
