# RFC 6120 §4.9.3.1, §11.7: between stanzas there is whitespace only

[Peer] Montague
	domain: montague.lit
	to: capulet.lit
	raw: tls
-----
Montague sends raw:
	GET / HTTP/1.1
Montague receives stream error: bad-format
