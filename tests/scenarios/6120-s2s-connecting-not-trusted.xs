# RFC 6120 §13.7.2: a peer whose certificate does not hold learns no more than our domain

[Server]
	distrust: montague.lit

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
Montague receives stream error: not-authorized
Juliet receives:
	<message from='romeo@montague.lit' type='error' id='m1'><error type='cancel'><remote-server-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/><text xmlns='urn:ietf:params:xml:ns:xmpp-stanzas' xml:lang='en'>The certificate of montague.lit could not be verified; ask your administrator: federation show montague.lit</text></error></message>
