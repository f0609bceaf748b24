# XEP-0344 §3.3: a certificate that holds needs no call

[Peer] Montague
	domain: montague.lit
	to: capulet.lit
	raw: tls
-----
Montague sends:
	<db:result from='montague.lit' to='capulet.lit'>k</db:result>
Montague receives:
	<db:result from='capulet.lit' to='montague.lit' type='valid'/>
