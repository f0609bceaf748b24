# XEP-0198 §3: once is enough

[Peer] Montague
	domain: montague.lit
	to: capulet.lit
	sm: on
-----
Montague sends:
	<enable xmlns='urn:xmpp:sm:3'/>
Montague receives:
	<failed xmlns='urn:xmpp:sm:3'><unexpected-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></failed>
