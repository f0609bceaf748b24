# XEP-0220 §2.4.2: nobody else is a host of ours

[Peer] Montague
	domain: montague.lit
	to: capulet.lit
	raw: tls
-----
Montague sends:
	<db:result from='capulet.lit' to='capulet.lit'>k</db:result>
Montague receives:
	<db:result from='capulet.lit' to='capulet.lit' type='error'><error type='cancel'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></db:result>
