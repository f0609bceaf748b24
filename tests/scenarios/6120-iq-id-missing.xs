# RFC 6120 §8.1.3, §8.2.3: an iq must have an id
[Client] Romeo
	jid: romeo@example.org/orchard
-----
Romeo sends:
	<iq type='get'><ping xmlns='urn:xmpp:ping'/></iq>
Romeo receives:
	<iq type='error'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
