# XEP-0288: not offered where it is off

[Server]
	option federation links bidirectional: false

[Peer] Montague
	domain: montague.lit
	to: capulet.lit
	raw: true
-----
Montague opens a stream
Montague receives a stream header
Montague receives:
	<stream:features><bidi xmlns='urn:xmpp:features:bidi' scansion:absent='true'/></stream:features>
