# RFC 6121 §4.7.2.3: a priority is an integer between -128 and 127
## prosody: it takes it for zero
[Client] Romeo
	jid: romeo@example.org/orchard
-----
Romeo sends:
	<presence id='p1'><priority>128</priority></presence>
	<presence id='p2'><priority>high</priority></presence>
Romeo receives:
	<presence type='error' id='p1'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
	<presence type='error' id='p2'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
