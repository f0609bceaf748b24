# RFC 6120 §4.9.3.6: the peer does not serve the domain

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
	<stream:error><host-unknown xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error></stream:stream>
Montague is disconnected
Juliet receives:
	<message from='romeo@montague.lit' type='error' id='m1'><error type='cancel'><remote-server-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
