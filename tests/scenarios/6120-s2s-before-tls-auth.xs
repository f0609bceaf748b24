# RFC 6120 §5.3.1: no authentication before TLS

[Peer] Montague
	domain: montague.lit
	to: capulet.lit
	raw: true
-----
Montague opens a stream
Montague receives a stream header
Montague receives:
	<stream:features><starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'><required/></starttls></stream:features>
Montague sends:
	<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='EXTERNAL'>=</auth>
Montague receives:
	<failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><encryption-required/></failure>
