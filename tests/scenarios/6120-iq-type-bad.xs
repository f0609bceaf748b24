# RFC 6120 §8.2.3: an iq's type is get, set, result or error
[Client] Romeo
	jid: romeo@example.org/orchard
-----
Romeo sends:
	<iq type='ask' id='i1'><ping xmlns='urn:xmpp:ping'/></iq>
	<iq id='i2'><ping xmlns='urn:xmpp:ping'/></iq>
Romeo receives:
	<iq type='error' id='i1'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='error' id='i2'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
