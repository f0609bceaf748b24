# XEP-0220 §2.2.2: a key that is not ours

[Peer] Montague
	domain: montague.lit
	to: capulet.lit
	raw: tls
-----
Montague sends:
	<db:verify from='montague.lit' to='capulet.lit' id='1'>k</db:verify>
Montague receives:
	<db:verify from='capulet.lit' to='montague.lit' id='1' type='invalid'/>
