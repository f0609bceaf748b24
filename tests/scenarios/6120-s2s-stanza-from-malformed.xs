# RFC 6120 §4.9.3.7: a from that is no address

[Peer] Montague
	domain: montague.lit
	to: capulet.lit

[Client] Juliet
	jid: juliet@capulet.lit/balcony
-----
Montague sends:
	<message from='@montague.lit' to='juliet@capulet.lit'><body>x</body></message>
Montague receives stream error: improper-addressing
