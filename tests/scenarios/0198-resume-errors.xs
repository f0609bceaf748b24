# XEP-0198 §5, §6: what cannot be resumed is refused, and a resource may be bound on the same stream
[Client] Romeo
	jid: romeo@example.org/orchard
	management: true
[Client] Juliet
	jid: juliet@example.org/balcony
	raw: sasl
-----
Romeo loses the connection
Juliet sends:
	<resume xmlns='urn:xmpp:sm:3' h='0' previd='unknown'/>
	<resume xmlns='urn:xmpp:sm:3' h='0' previd='${Romeo's stream id}'/>
	<resume xmlns='urn:xmpp:sm:3' previd='${Romeo's stream id}'/>
	<resume xmlns='urn:xmpp:sm:3' h='-1' previd='${Romeo's stream id}'/>
	<resume xmlns='urn:xmpp:sm:3' h='0'/>
Juliet receives:
	<failed xmlns='urn:xmpp:sm:3'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></failed>
	<failed xmlns='urn:xmpp:sm:3'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></failed>
	<failed xmlns='urn:xmpp:sm:3'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></failed>
	<failed xmlns='urn:xmpp:sm:3'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></failed>
	<failed xmlns='urn:xmpp:sm:3'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></failed>
Juliet binds
Romeo resumes
