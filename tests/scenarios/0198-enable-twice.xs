# XEP-0198 §3: a client turns it on once; a second attempt is answered and ends the stream
[Client] Romeo
	jid: romeo@example.org/orchard
	management: by hand
-----
Romeo sends:
	<enable xmlns='urn:xmpp:sm:3'/>
Romeo receives:
	<enabled xmlns='urn:xmpp:sm:3'/>
Romeo sends:
	<enable xmlns='urn:xmpp:sm:3'/>
Romeo receives:
	<failed xmlns='urn:xmpp:sm:3'><unexpected-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></failed>
Romeo receives stream error: policy-violation
