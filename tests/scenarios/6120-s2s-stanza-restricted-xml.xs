# RFC 6120 §11.1: no comments

[Peer] Montague
	domain: montague.lit
	to: capulet.lit

[Client] Juliet
	jid: juliet@capulet.lit/balcony
-----
Montague sends:
	<!-- x -->
Montague receives stream error: restricted-xml
