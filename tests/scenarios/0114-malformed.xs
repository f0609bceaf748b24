# RFC 6120 §8.3.3: what is wrong with one stanza is answered, and the stream goes on; what is no stanza ends it

[Component] Gateway
	jid: gateway.example.org
-----
Gateway sends:
	<message from='gateway.example.org' to='@' id='m1'><body>whom?</body></message>
	<iq type='get' from='a@gateway.example.org' to='example.org' id='q1'/>
	<presence type='perhaps' from='a@gateway.example.org' to='romeo@example.org' id='p1'/>
Gateway receives:
	<message type='error' to='gateway.example.org' id='m1'><error type='modify'><jid-malformed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
	<iq type='error' to='a@gateway.example.org' id='q1'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<presence type='error' to='a@gateway.example.org' id='p1'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
Gateway sends:
	<route from='gateway.example.org' to='example.org'/>
Gateway receives stream error: unsupported-stanza-type
Gateway connects
Gateway sends raw:
	<message from='gateway.example.org' to='romeo@example.org'><body>{repeat 1100000 a}
Gateway receives stream error: policy-violation
Gateway connects
Gateway sends raw:
	<message from='gateway.example.org' to='romeo@example.org'><body></message>
Gateway receives stream error: not-well-formed
