# XEP-0220 §3.1: answers that nobody asked for, or on the wrong stream, or for others, count for nothing (the attack of 2012)

[Server]
	distrust: montague.lit
	policy montague.lit: dialback
	option federation links bidirectional: false

[Peer] Montague
	domain: montague.lit
	to: capulet.lit
	raw: tls

[Peer] Authority
	domain: montague.lit
	to: capulet.lit
	raw: tls

[Client] Juliet
	jid: juliet@capulet.lit/balcony
-----
Montague sends:
	<db:result from='montague.lit' to='capulet.lit'>{dialback-key:capulet.lit|montague.lit|${Montague's stream id}}</db:result>
Authority accepts
Authority opens a stream
Authority sends:
	<stream:features><dialback xmlns='urn:xmpp:features:dialback'><errors/></dialback></stream:features>
Authority receives:
	<db:verify from='capulet.lit' to='montague.lit' id='${Montague's stream id}'>{dialback-key:capulet.lit|montague.lit|${Montague's stream id}}</db:verify>
Montague sends:
	<db:verify from='montague.lit' to='capulet.lit' id='${Montague's stream id}' type='valid'/>
	<db:result from='montague.lit' to='capulet.lit' type='valid'/>
Authority sends:
	<db:verify from='montague.lit' to='capulet.lit' id='another' type='valid'/>
	<db:verify from='verona.lit' to='capulet.lit' id='${Montague's stream id}' type='valid'/>
	<db:verify from='montague.lit' to='verona.lit' id='${Montague's stream id}' type='valid'/>
	<db:result from='montague.lit' to='capulet.lit' type='valid'/>
Montague receives: nothing
Authority sends:
	<db:verify from='montague.lit' to='capulet.lit' id='${Montague's stream id}' type='invalid'/>
Montague receives:
	<db:result from='capulet.lit' to='montague.lit' type='invalid'/>
Montague is disconnected
Authority is disconnected
