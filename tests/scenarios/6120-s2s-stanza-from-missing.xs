# RFC 6120 §8.1.2.2, §4.9.3.7: a stanza between servers says from whom it is

[Peer] Montague
	domain: montague.lit
	to: capulet.lit

[Client] Juliet
	jid: juliet@capulet.lit/balcony
-----
Montague sends:
	<message to='juliet@capulet.lit'><body>x</body></message>
Montague receives stream error: improper-addressing
