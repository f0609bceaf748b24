# RFC 6120 §8.3.3.8: jid-malformed for a 'to' that is no address; the stream goes on
[Client] Romeo
	jid: romeo@example.org/orchard
-----
Romeo sends:
	<message to='@example.org' id='m1'/>
	<iq to='juliet@@example.org' id='i1' type='get'><ping xmlns='urn:xmpp:ping'/></iq>
	<presence to='/' id='p1'/>
Romeo receives:
	<message type='error' id='m1'><error type='modify'><jid-malformed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
	<iq type='error' id='i1'><error type='modify'><jid-malformed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<presence type='error' id='p1'><error type='modify'><jid-malformed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
# §8.3.1: errors and results are never answered
Romeo sends:
	<message to='@example.org' type='error'/>
	<iq to='@example.org' id='i2' type='result'/>
Romeo receives: nothing
