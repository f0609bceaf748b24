# RFC 6120 §8.2.3: a request to a full address is the other client's to answer
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
-----
Romeo sends:
	<iq type='get' id='i1' to='juliet@example.org/balcony'><q xmlns='urn:example:q'>?</q></iq>
Juliet receives:
	<iq type='get' id='i1' from='romeo@example.org/orchard' to='juliet@example.org/balcony'><q xmlns='urn:example:q'>?</q></iq>
Juliet sends:
	<iq type='result' id='i1' to='romeo@example.org/orchard'><q xmlns='urn:example:q'>!</q></iq>
Romeo receives:
	<iq type='result' id='i1' from='juliet@example.org/balcony' to='romeo@example.org/orchard'><q xmlns='urn:example:q'>!</q></iq>
# and an error
Romeo sends:
	<iq type='set' id='i2' to='juliet@example.org/balcony'><q xmlns='urn:example:q'/></iq>
Juliet receives:
	<iq type='set' id='i2'/>
Juliet sends:
	<iq type='error' id='i2' to='romeo@example.org/orchard'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
Romeo receives:
	<iq type='error' id='i2' from='juliet@example.org/balcony'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
