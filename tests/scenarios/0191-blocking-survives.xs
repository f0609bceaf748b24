# XEP-0191 §3: the list outlives the session, and works while the owner is away
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
-----
Romeo sends:
	<iq type='set' id='b1'><block xmlns='urn:xmpp:blocking'><item jid='juliet@example.org'/></block></iq>
Romeo receives:
	<iq type='result' id='b1'/>
Romeo disconnects
Juliet sends:
	<message to='romeo@example.org' id='m1' type='chat'><body>?</body></message>
Juliet receives:
	<message type='error' id='m1'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
Romeo connects
Romeo sends:
	<presence/>
	<iq type='get' id='l1'><blocklist xmlns='urn:xmpp:blocking'/></iq>
Romeo receives:
	<presence/>
	<iq type='result' id='l1'><blocklist xmlns='urn:xmpp:blocking'><item jid='juliet@example.org'/></blocklist></iq>
