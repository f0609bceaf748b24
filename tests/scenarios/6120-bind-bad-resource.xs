# RFC 6120 §7.7.2.1: a resource that is no resourcepart; a second attempt is allowed
## prosody: it generates another one
[Client] Romeo
	jid: romeo@example.org
	raw: sasl
-----
Romeo sends raw:
	<iq type='set' id='b1'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><resource>{repeat 1024 a}</resource></bind></iq>
Romeo receives:
	<iq type='error' id='b1'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
Romeo sends:
	<iq type='set' id='b2'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><resource>orchard</resource></bind></iq>
Romeo receives:
	<iq type='result' id='b2'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><jid>romeo@example.org/orchard</jid></bind></iq>
