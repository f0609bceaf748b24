# RFC 6120 §4.9.3.14: a stanza that is nested beyond the limit ends the stream

[Peer] Montague
	domain: montague.lit
	to: capulet.lit

[Client] Juliet
	jid: juliet@capulet.lit/balcony
-----
Montague sends:
	<message from='romeo@montague.lit' to='juliet@capulet.lit'>{repeat 5000 <a>}
Montague receives stream error: policy-violation
