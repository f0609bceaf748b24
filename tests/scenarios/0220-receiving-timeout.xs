# XEP-0220 §2.1.1, §2.4.2: the domain's own server takes too long

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
after 31s
Montague receives:
	<db:result from='capulet.lit' to='montague.lit' type='error'><error type='cancel'><remote-server-timeout xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></db:result>
Authority is disconnected
