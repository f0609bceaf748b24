# XEP-0191 §3.3: what can't be blocked
## prosody: it differs in the conditions
[Client] Romeo
	jid: romeo@example.org/orchard
[Account] Juliet
	jid: juliet@example.org
-----
Romeo sends:
	<iq type='set' id='e1'><block xmlns='urn:xmpp:blocking'/></iq>
	<iq type='set' id='e2'><block xmlns='urn:xmpp:blocking'><item jid='@'/></block></iq>
	<iq type='set' id='e3'><block xmlns='urn:xmpp:blocking'><item/></block></iq>
	<iq type='get' id='e4' to='juliet@example.org'><blocklist xmlns='urn:xmpp:blocking'/></iq>
Romeo receives in any order:
	<iq type='error' id='e1'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='error' id='e2'><error type='modify'><jid-malformed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='error' id='e3'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='error' id='e4'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
