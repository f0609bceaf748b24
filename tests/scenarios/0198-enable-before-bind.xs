# XEP-0198 §3: not before a resource is bound; the stream goes on
[Client] Romeo
	jid: romeo@example.org/orchard
	raw: sasl
-----
Romeo sends:
	<enable xmlns='urn:xmpp:sm:3' resume='true'/>
Romeo receives:
	<failed xmlns='urn:xmpp:sm:3'><unexpected-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></failed>
Romeo binds
Romeo sends:
	<enable xmlns='urn:xmpp:sm:3' resume='true'/>
Romeo receives:
	<enabled xmlns='urn:xmpp:sm:3' resume='true' id='{scansion:any}' max='3600'/>
