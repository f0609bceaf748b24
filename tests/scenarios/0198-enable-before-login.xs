# XEP-0198 §3, §9: nothing of it before authentication, which is said in its own words; acknowledgements are out of their turn
[Client] Romeo
	jid: romeo@example.org/orchard
	raw: tls
-----
Romeo sends:
	<resume xmlns='urn:xmpp:sm:3' h='0' previd='x'/>
Romeo receives:
	<failed xmlns='urn:xmpp:sm:3'><unexpected-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></failed>
Romeo sends:
	<enable xmlns='urn:xmpp:sm:3' resume='true'/>
Romeo receives:
	<failed xmlns='urn:xmpp:sm:3'><unexpected-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></failed>
Romeo sends:
	<r xmlns='urn:xmpp:sm:3'/>
Romeo receives stream error: not-authorized
