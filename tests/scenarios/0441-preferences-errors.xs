# XEP-0441 §2.1: preferences that make no sense change nothing
[Client] Romeo
	jid: romeo@example.org/orchard
[Account] Juliet
	jid: juliet@example.org
-----
Romeo sends:
	<iq type='set' id='p1'><prefs xmlns='urn:xmpp:mam:2'/></iq>
	<iq type='set' id='p2'><prefs xmlns='urn:xmpp:mam:2' default='sometimes'/></iq>
	<iq type='set' id='p3'><prefs xmlns='urn:xmpp:mam:2' default='never'><never><jid>@</jid></never></prefs></iq>
	<iq type='set' id='p4' to='juliet@example.org'><prefs xmlns='urn:xmpp:mam:2' default='never'/></iq>
	<iq type='get' id='p5'><prefs xmlns='urn:xmpp:mam:2'/></iq>
Romeo receives in any order:
	<iq type='error' id='p1'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='error' id='p2'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='error' id='p3'><error type='modify'><jid-malformed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='error' id='p4' from='juliet@example.org'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='result' id='p5'><prefs xmlns='urn:xmpp:mam:2' default='always'><always/><never/></prefs></iq>
