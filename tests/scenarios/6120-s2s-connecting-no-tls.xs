# RFC 6120 §5.3.1: nothing is said to a peer that offers no TLS

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
	<stream:features><dialback xmlns='urn:xmpp:features:dialback'/></stream:features>
Montague receives stream error: policy-violation
Juliet receives:
	<message from='romeo@montague.lit' type='error' id='m1'><error type='cancel'><remote-server-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
