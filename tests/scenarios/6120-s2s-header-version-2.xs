# RFC 6120 §4.7.5: a later version is answered with ours, which is lower

[Peer] Montague
	domain: montague.lit
	to: capulet.lit
	version: 2.0
	raw: true
-----
Montague opens a stream
Montague receives a stream header:
	<stream:stream from='capulet.lit' to='montague.lit' version='1.0'/>
Montague receives:
	<stream:features/>
