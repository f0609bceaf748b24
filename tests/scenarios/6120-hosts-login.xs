# RFC 6120 §6.3.7: a login is one to the stream's host; the other host's password is of no use
[Client] Romeo
	jid: romeo@example.org/orchard
	raw: tls
[Client] Romeo of Mantua
	jid: romeo@example.net/orchard
	password: banished
-----
Romeo sends:
	<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>{base64:\0romeo\0banished}</auth>
Romeo receives:
	<failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl' scansion:strict='false'><not-authorized/></failure>
Romeo sends:
	<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>{base64:\0romeo\0password}</auth>
Romeo receives:
	<success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>
