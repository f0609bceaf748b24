# RFC 6120 §4.9.3.14, §13.12: a stanza beyond the limit ends the stream

[Peer] Montague
	domain: montague.lit
	to: capulet.lit

[Client] Juliet
	jid: juliet@capulet.lit/balcony
-----
Montague sends:
	<message from='romeo@montague.lit' to='juliet@capulet.lit'><body>{repeat 10000000 a}</body></message>
Montague receives stream error: policy-violation
