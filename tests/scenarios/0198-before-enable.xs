# XEP-0198 §4, §6: requests and acknowledgements mean nothing before it is turned on; the stream goes on
[Client] Romeo
	jid: romeo@example.org/orchard
-----
Romeo sends:
	<r xmlns='urn:xmpp:sm:3'/>
	<a xmlns='urn:xmpp:sm:3' h='0'/>
Romeo receives:
	<failed xmlns='urn:xmpp:sm:3'><unexpected-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></failed>
	<failed xmlns='urn:xmpp:sm:3'><unexpected-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></failed>
