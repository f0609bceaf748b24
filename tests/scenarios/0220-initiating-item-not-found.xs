# XEP-0220 §2.4.2: the peer does not serve the domain

[Peer] Montague
	domain: montague.lit
	to: capulet.lit
	raw: tls

[Client] Juliet
	jid: juliet@capulet.lit/balcony
-----
Juliet sends:
	<message to='romeo@montague.lit' type='chat' id='m1'><body>Wilt thou be gone?</body></message>
Montague accepts
Montague opens a stream
Montague sends:
	<stream:features><dialback xmlns='urn:xmpp:features:dialback'><errors/></dialback></stream:features>
Montague receives:
	<db:result from='capulet.lit' to='montague.lit'>{capture:key}</db:result>
Montague sends:
	<db:result from='montague.lit' to='capulet.lit' type='error'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></db:result>
Montague receives stream error: not-authorized
Juliet receives:
	<message from='romeo@montague.lit' type='error' id='m1'><error type='wait'><remote-server-timeout xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
