# RFC 6120 §4.7.5: versions beyond 1.x are not spoken

[Peer] Montague
	domain: montague.lit
	to: capulet.lit
	raw: true
-----
Montague sends raw:
	<?xml version='1.0'?><stream:stream xmlns='jabber:server' xmlns:stream='http://etherx.jabber.org/streams' xmlns:db='jabber:server:dialback' from='montague.lit' to='capulet.lit' version='2.0'>
Montague receives a stream header
Montague receives stream error: unsupported-version
