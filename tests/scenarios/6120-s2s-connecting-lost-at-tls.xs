# RFC 6120 §10.4: the connection is lost at the TLS handshake; the message waits for the next attempt

[Peer] Montague
	domain: montague.lit
	to: capulet.lit
	raw: true

[Client] Juliet
	jid: juliet@capulet.lit/balcony
-----
Juliet sends:
	<message to='romeo@montague.lit' type='chat' id='m1'><body>Wilt thou be gone?</body></message>
Montague accepts
Montague receives a stream header
Montague opens a stream
Montague sends:
	<stream:features><starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'><required/></starttls></stream:features>
Montague receives:
	<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>
Montague loses the connection
after 2s
Montague accepts
Montague receives a stream header
