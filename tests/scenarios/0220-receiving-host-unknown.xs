# XEP-0220 §2.4.2: who stands in DNS for the domain does not serve it

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
	<stream:error><host-unknown xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error></stream:stream>
Authority is disconnected
Montague receives:
	<db:result from='capulet.lit' to='montague.lit' type='error'><error type='cancel'><remote-server-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></db:result>
