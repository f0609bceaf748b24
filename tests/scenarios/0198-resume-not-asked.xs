# XEP-0198 §5: a session whose client did not ask for it ends with its connection
[Client] Romeo
	jid: romeo@example.org/orchard
	management: acks
[Client] Juliet
	jid: juliet@example.org/balcony
[Account] Nurse
	jid: nurse@example.org
-----
Romeo loses the connection
Juliet sends:
	<iq to='romeo@example.org/orchard' type='get' id='i1'><query xmlns='urn:x'/></iq>
Juliet receives:
	<iq id='i1' type='error'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
