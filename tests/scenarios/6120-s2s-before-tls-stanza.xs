# RFC 6120 §5.3.1, §4.9.3.12: no stanza before TLS and authentication

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
	<message from='romeo@montague.lit' to='juliet@capulet.lit'><body>Wilt thou?</body></message>
Montague receives stream error: not-authorized
