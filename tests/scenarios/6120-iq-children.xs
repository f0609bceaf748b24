# RFC 6120 §8.2.3: a request has exactly one child
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
-----
Romeo sends:
	<iq type='get' id='i0'/>
	<iq type='set' id='i2'><a xmlns='urn:example:a'/><b xmlns='urn:example:b'/></iq>
	<iq type='get' id='i3' to='juliet@example.org/balcony'/>
	<iq type='get' id='i4' to='juliet@example.org/balcony'><a xmlns='urn:example:a'/><b xmlns='urn:example:b'/></iq>
Romeo receives:
	<iq type='error' id='i0'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='error' id='i2'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='error' id='i3'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='error' id='i4'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
Juliet receives: nothing
