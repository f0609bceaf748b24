# RFC 6120 §4.9.3.24: there are three kinds of stanzas

[Peer] Montague
	domain: montague.lit
	to: capulet.lit

[Client] Juliet
	jid: juliet@capulet.lit/balcony
-----
Montague sends:
	<stanza from='romeo@montague.lit' to='juliet@capulet.lit'/>
Montague receives stream error: unsupported-stanza-type
