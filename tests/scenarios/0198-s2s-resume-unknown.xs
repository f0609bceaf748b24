# XEP-0198 §5: a stream that nobody remembers

[Peer] Montague
	domain: montague.lit
	to: capulet.lit
-----
Montague sends:
	<resume xmlns='urn:xmpp:sm:3' previd='nobody' h='0'/>
Montague receives:
	<failed xmlns='urn:xmpp:sm:3'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></failed>
Montague sends:
	<enable xmlns='urn:xmpp:sm:3'/>
Montague receives:
	<enabled xmlns='urn:xmpp:sm:3'/>
