# RFC 6120 §4.2: a stream has one header; a second one is no stanza

[Peer] Montague
	domain: montague.lit
	to: capulet.lit

[Client] Juliet
	jid: juliet@capulet.lit/balcony
-----
Montague sends raw:
	<stream:stream xmlns='jabber:server' xmlns:stream='http://etherx.jabber.org/streams' from='montague.lit' to='capulet.lit' version='1.0'></stream:stream>
Montague receives stream error: unsupported-stanza-type
