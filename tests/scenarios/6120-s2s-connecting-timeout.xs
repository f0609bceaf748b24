# RFC 6120 §10.4: a peer that takes too long to agree is left, and tried again

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
after 61s
Montague receives stream error: connection-timeout
after 2s
Montague accepts
Montague receives a stream header
