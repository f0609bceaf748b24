# XEP-0220 §2.1.1: both domains are there

[Peer] Montague
	domain: montague.lit
	to: capulet.lit
	raw: tls
-----
Montague sends:
	<db:result to='capulet.lit'>k</db:result>
Montague receives stream error: improper-addressing
