# RFC 6121 §4.7.1: a presence of unknown type
[Client] Romeo
	jid: romeo@example.org/orchard
-----
Romeo sends:
	<presence type='here' id='p1'/>
Romeo receives:
	<presence type='error' id='p1'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
