# XEP-0313 §8.1: only the owner asks; a contact is forbidden, a stranger does not learn that there is an account
## prosody: it answers strangers otherwise
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
-----
Romeo sends:
	<iq type='set' id='q1' to='juliet@example.org'><query xmlns='urn:xmpp:mam:2'/></iq>
	<iq type='get' id='q2' to='juliet@example.org'><query xmlns='urn:xmpp:mam:2'/></iq>
	<iq type='get' id='q3' to='juliet@example.org'><metadata xmlns='urn:xmpp:mam:2'/></iq>
	<iq type='set' id='q4' to='nobody@example.org'><query xmlns='urn:xmpp:mam:2'/></iq>
Romeo receives in any order:
	<iq type='error' id='q1' from='juliet@example.org'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='error' id='q2' from='juliet@example.org'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='error' id='q3' from='juliet@example.org'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='error' id='q4' from='nobody@example.org'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
Romeo sends:
	<presence to='juliet@example.org' type='subscribe'/>
Juliet sends:
	<presence to='romeo@example.org' type='subscribed'/>
Romeo sends:
	<iq type='set' id='q5' to='juliet@example.org'><query xmlns='urn:xmpp:mam:2'/></iq>
	<iq type='get' id='q6' to='juliet@example.org'><metadata xmlns='urn:xmpp:mam:2'/></iq>
Romeo receives in any order:
	<iq type='error' id='q5' from='juliet@example.org'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='error' id='q6' from='juliet@example.org'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
