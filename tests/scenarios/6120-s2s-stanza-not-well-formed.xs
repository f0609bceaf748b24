# RFC 6120 §4.9.3.13

[Peer] Montague
	domain: montague.lit
	to: capulet.lit

[Client] Juliet
	jid: juliet@capulet.lit/balcony
-----
Montague sends:
	<message from='romeo@montague.lit' to='juliet@capulet.lit'><body>x</message>
Montague receives stream error: not-well-formed
