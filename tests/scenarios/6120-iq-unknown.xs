# RFC 6120 §8.4, RFC 6121 §8.5: a request that nobody understands is answered with service-unavailable, from whom it was sent to
[Client] Romeo
	jid: romeo@example.org/orchard
[Account] Juliet
	jid: juliet@example.org
-----
# to the server
Romeo sends:
	<iq type='get' id='i1' to='example.org'><q xmlns='urn:example:unknown'/></iq>
Romeo receives:
	<iq type='error' id='i1' from='example.org'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
# to the own account, with and without 'to'
Romeo sends:
	<iq type='set' id='i2'><q xmlns='urn:example:unknown'/></iq>
	<iq type='set' id='i3' to='romeo@example.org'><q xmlns='urn:example:unknown'/></iq>
Romeo receives:
	<iq type='error' id='i2'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='error' id='i3'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
# to another account, to a resource that is not there, to an account that is not there
Romeo sends:
	<iq type='get' id='i4' to='juliet@example.org'><q xmlns='urn:example:unknown'/></iq>
	<iq type='get' id='i5' to='juliet@example.org/balcony'><q xmlns='urn:example:unknown'/></iq>
	<iq type='get' id='i6' to='nobody@example.org'><q xmlns='urn:example:unknown'/></iq>
	<iq type='get' id='i7' to='nobody@example.org/here'><q xmlns='urn:example:unknown'/></iq>
	<iq type='get' id='i8' to='example.org/resource'><q xmlns='urn:example:unknown'/></iq>
Romeo receives in any order:
	<iq type='error' id='i4' from='juliet@example.org'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='error' id='i5' from='juliet@example.org/balcony'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='error' id='i6' from='nobody@example.org'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='error' id='i7' from='nobody@example.org/here'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='error' id='i8' from='example.org/resource'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
