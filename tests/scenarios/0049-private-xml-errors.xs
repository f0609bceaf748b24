# XEP-0049 §3: others' storage is closed, and a request names what it wants
## prosody: it differs in the conditions
[Client] Romeo
	jid: romeo@example.org/orchard
[Account] Juliet
	jid: juliet@example.org
-----
Romeo sends:
	<iq type='get' id='p1' to='juliet@example.org'><query xmlns='jabber:iq:private'><exodus xmlns='exodus:prefs'/></query></iq>
	<iq type='set' id='p2' to='juliet@example.org'><query xmlns='jabber:iq:private'><exodus xmlns='exodus:prefs'/></query></iq>
	<iq type='get' id='p3'><query xmlns='jabber:iq:private'/></iq>
Romeo receives in any order:
	<iq type='error' id='p1'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='error' id='p2'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='error' id='p3'><error type='modify'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
