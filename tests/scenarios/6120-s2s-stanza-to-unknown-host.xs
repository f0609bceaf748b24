# RFC 6120 §4.9.3.6: a stanza for a host that is not served here is not relayed

[Peer] Montague
	domain: montague.lit
	to: capulet.lit

[Client] Juliet
	jid: juliet@capulet.lit/balcony
-----
Montague sends:
	<message from='romeo@montague.lit' to='mercutio@verona.lit'><body>x</body></message>
Montague receives stream error: host-unknown
