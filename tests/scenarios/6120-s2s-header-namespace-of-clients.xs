# RFC 6120 §4.9.3.10: jabber:client is not spoken between servers

[Peer] Montague
	domain: montague.lit
	to: capulet.lit
	raw: true
-----
Montague sends raw:
	<?xml version='1.0'?><stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' xmlns:db='jabber:server:dialback' from='montague.lit' to='capulet.lit' version='1.0'>
Montague receives a stream header
Montague receives stream error: invalid-namespace
