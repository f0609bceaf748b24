# RFC 6120 §4.7.5: a peer of before XMPP 1.0 has no TLS

[Peer] Montague
	domain: montague.lit
	to: capulet.lit
	raw: true
	version: none

[Client] Juliet
	jid: juliet@capulet.lit/balcony
-----
Juliet sends:
	<message to='romeo@montague.lit' type='chat' id='m1'><body>Wilt thou be gone?</body></message>
Montague accepts
Montague receives a stream header
Montague opens a stream
Montague receives stream error: unsupported-version
Juliet receives:
	<message from='romeo@montague.lit' type='error' id='m1'><error type='cancel'><remote-server-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
