# XEP-0386: where it is turned off the login binds nothing
## prosody: it has no Bind 2
[Server]
	module bind2: off

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
	<success xmlns='urn:xmpp:sasl:2'><authorization-identifier>romeo@example.org</authorization-identifier></success>
	<stream:features><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></stream:features>
Romeo binds
