# XEP-0280 §4.1, §5.1: nobody turns the copies of another account on or off
## federated: answers of two servers come in no order
## prosody: it answers service-unavailable
[Client] Romeo
	jid: romeo@example.org/orchard
[Account] Juliet
	jid: juliet@example.org
-----
Romeo sends:
	<iq type='set' id='c1' to='juliet@example.org'><enable xmlns='urn:xmpp:carbons:2'/></iq>
	<iq type='set' id='c2' to='juliet@example.org'><disable xmlns='urn:xmpp:carbons:2'/></iq>
	<iq type='set' id='c3' to='romeo@example.org'><enable xmlns='urn:xmpp:carbons:2'/></iq>
Romeo receives:
	<iq type='error' id='c1' from='juliet@example.org'><error type='cancel'><not-allowed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='error' id='c2' from='juliet@example.org'><error type='cancel'><not-allowed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='result' id='c3'/>
