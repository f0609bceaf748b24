# XEP-0220 §2.4.2: more pairs than a stream may have

[Server]
	option federation links maxPairsPerStream: 1

[Peer] Montague
	domain: montague.lit
	to: capulet.lit
	raw: tls
-----
Montague sends:
	<db:result from='montague.lit' to='capulet.lit'>k</db:result>
Montague receives:
	<db:result from='capulet.lit' to='montague.lit' type='valid'/>
Montague sends:
	<db:result from='verona.lit' to='capulet.lit'>k</db:result>
Montague receives:
	<db:result from='capulet.lit' to='verona.lit' type='error'><error type='cancel'><resource-constraint xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></db:result>
