# RFC 6120 §4.9.3.8: nobody else speaks for a host of ours

[Peer] Montague
	domain: montague.lit
	to: capulet.lit
	raw: true
-----
Montague sends raw:
	<?xml version='1.0'?><stream:stream xmlns='jabber:server' xmlns:stream='http://etherx.jabber.org/streams' xmlns:db='jabber:server:dialback' from='capulet.lit' to='capulet.lit' version='1.0'>
Montague receives a stream header
Montague receives stream error: invalid-from
