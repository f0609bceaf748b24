# XEP-0220 §2.4.2: a host that is not served here; the stream goes on

[Peer] Montague
	domain: montague.lit
	to: capulet.lit
	raw: tls
-----
Montague sends:
	<db:result from='montague.lit' to='verona.lit'>k</db:result>
Montague receives:
	<db:result from='verona.lit' to='montague.lit' type='error'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></db:result>
