# XEP-0220 §3.1: an answer that nobody asked for proves nothing

[Peer] Montague
	domain: montague.lit
	to: capulet.lit
	raw: tls
-----
Montague sends:
	<db:result from='montague.lit' to='capulet.lit' type='valid'/>
	<db:verify from='montague.lit' to='capulet.lit' id='1' type='valid'/>
Montague receives: nothing
Montague sends:
	<message from='romeo@montague.lit/orchard' to='juliet@capulet.lit/balcony' type='chat' id='m1'><body>Art thou there?</body></message>
Montague receives stream error: not-authorized
