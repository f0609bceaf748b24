# RFC 6120 §4.2, §4.9.3.18: a stream has one header; a second one is no stanza, and its XML declaration is not allowed in the middle

[Peer] Montague
	domain: montague.lit
	to: capulet.lit
	raw: tls
-----
Montague sends raw:
	<?xml version='1.0'?><stream:stream xmlns='jabber:server' xmlns:stream='http://etherx.jabber.org/streams' from='montague.lit' to='capulet.lit' version='1.0'>
Montague receives stream error: restricted-xml
