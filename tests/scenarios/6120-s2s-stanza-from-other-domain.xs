# RFC 6120 §8.1.2.2, §4.9.3.8: a peer speaks for the domain that it proved

[Peer] Montague
	domain: montague.lit
	to: capulet.lit

[Client] Juliet
	jid: juliet@capulet.lit/balcony
-----
Montague sends:
	<message from='mercutio@verona.lit' to='juliet@capulet.lit'><body>x</body></message>
Montague receives stream error: invalid-from
