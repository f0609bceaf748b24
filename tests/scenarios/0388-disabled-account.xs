# RFC 6120 §6.5.2: a disabled account is told to whoever knows its password, in this dialect too
## prosody: it has no SASL2
[Client] Romeo
	jid: romeo@example.org
	raw: tls
	disabled: yes
-----
Romeo sends:
	<authenticate xmlns='urn:xmpp:sasl:2' mechanism='PLAIN'>
		<initial-response>{base64:\0romeo\0password}</initial-response>
		<user-agent id='d4565fa7-4d72-4749-b3d3-740edbf87770'><software>AwesomeXMPP</software><device>Kiva's Phone</device></user-agent>
		<bind xmlns='urn:xmpp:bind:0'/>
		
	</authenticate>
Romeo receives:
	<failure xmlns='urn:xmpp:sasl:2' scansion:strict='false'><account-disabled xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/></failure>
