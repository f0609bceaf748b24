# XEP-0220 §2.4.2: the domain's own server cannot be reached

[Server]
	distrust: montague.lit
	silent: montague.lit
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
Montague receives:
	<db:result from='capulet.lit' to='montague.lit' type='error'><error type='cancel'><remote-connection-failed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></db:result>
