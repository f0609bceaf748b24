# XEP-0220 §2.2.2: asked about a host that is not served here

[Peer] Montague
	domain: montague.lit
	to: capulet.lit
	raw: tls
-----
Montague sends:
	<db:verify from='montague.lit' to='verona.lit' id='1'>k</db:verify>
Montague receives:
	<db:verify from='verona.lit' to='montague.lit' id='1' type='error'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></db:verify>
