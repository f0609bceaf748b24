# RFC 6120 §13.12: a header is bounded, too

[Peer] Montague
	domain: montague.lit
	to: capulet.lit
	raw: true
-----
Montague sends raw:
	<?xml version='1.0'?><stream:stream xmlns='jabber:server' xmlns:stream='http://etherx.jabber.org/streams' from='montague.lit' to='capulet.lit' version='1.0' x='{repeat 300000 x}'>
Montague receives a stream header
Montague receives stream error: policy-violation
