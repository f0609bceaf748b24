# RFC 6120 §13.7.2: a certificate that does not hold ends the stream, if nothing else is allowed

[Server]
	distrust: montague.lit

[Peer] Montague
	domain: montague.lit
	to: capulet.lit
	raw: true
-----
Montague opens a stream
Montague receives a stream header
Montague receives:
	<stream:features/>
Montague sends:
	<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>
Montague receives:
	<proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>
Montague does the TLS handshake
Montague opens a stream
Montague receives a stream header
Montague receives stream error: not-authorized
