# RFC 6120 §4.8.3: a stanza in the namespace of clients

[Peer] Montague
	domain: montague.lit
	to: capulet.lit

[Client] Juliet
	jid: juliet@capulet.lit/balcony
-----
Montague sends:
	<message xmlns='jabber:client' from='romeo@montague.lit' to='juliet@capulet.lit'><body>x</body></message>
Montague receives stream error: unsupported-stanza-type
