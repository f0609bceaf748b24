# RFC 6120 §8.1.1.2: a stanza between servers says for whom it is

[Peer] Montague
	domain: montague.lit
	to: capulet.lit

[Client] Juliet
	jid: juliet@capulet.lit/balcony
-----
Montague sends:
	<message from='romeo@montague.lit'><body>x</body></message>
Montague receives stream error: improper-addressing
