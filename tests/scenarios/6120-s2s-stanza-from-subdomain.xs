# RFC 6120 §8.1.2.2: a domain below the proven one is another domain

[Peer] Montague
	domain: montague.lit
	to: capulet.lit

[Client] Juliet
	jid: juliet@capulet.lit/balcony
-----
Montague sends:
	<message from='romeo@orchard.montague.lit' to='juliet@capulet.lit'><body>x</body></message>
Montague receives stream error: invalid-from
