# RFC 6120 §8.1.2.2: least of all does it speak for ours

[Peer] Montague
	domain: montague.lit
	to: capulet.lit

[Client] Juliet
	jid: juliet@capulet.lit/balcony
-----
Montague sends:
	<message from='nurse@capulet.lit' to='juliet@capulet.lit'><body>x</body></message>
Montague receives stream error: invalid-from
