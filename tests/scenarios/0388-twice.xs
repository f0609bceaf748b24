# XEP-0388 §5.9: once a client is in, another <authenticate/> ends its stream
## prosody: it has no SASL2
[Client] Romeo
	jid: romeo@example.org
	raw: tls
-----
Romeo sends:
	<authenticate xmlns='urn:xmpp:sasl:2' mechanism='PLAIN'>
		<initial-response>{base64:\0romeo\0password}</initial-response>
		<user-agent id='d4565fa7-4d72-4749-b3d3-740edbf87770'><software>AwesomeXMPP</software><device>Kiva's Phone</device></user-agent>
		
		
	</authenticate>
Romeo receives:
	<success xmlns='urn:xmpp:sasl:2'><authorization-identifier>romeo@example.org</authorization-identifier></success>
	<stream:features/>
Romeo sends:
	<authenticate xmlns='urn:xmpp:sasl:2' mechanism='PLAIN'>
		<initial-response>{base64:\0romeo\0password}</initial-response>
		<user-agent id='d4565fa7-4d72-4749-b3d3-740edbf87770'><software>AwesomeXMPP</software><device>Kiva's Phone</device></user-agent>
		
		
	</authenticate>
Romeo receives stream error: not-authorized
