# XEP-0198 §2: offered after the login
[Client] Romeo
	jid: romeo@example.org/orchard
	raw: tls
-----
Romeo sends:
	<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>{base64:\0romeo\0password}</auth>
Romeo receives:
	<success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>
Romeo opens a stream
Romeo receives a stream header
Romeo receives:
	<stream:features><sm xmlns='urn:xmpp:sm:3'/></stream:features>
