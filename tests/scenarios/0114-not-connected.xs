# RFC 6120 §8.3.3.17: what is for a component that is not connected comes back, and may be tried again

[Component] Gateway
	jid: gateway.example.org

[Client] Romeo
	jid: romeo@example.org/orchard
-----
Gateway disconnects
Romeo sends:
	<message to='nurse@gateway.example.org' id='m1' type='chat'><body>Where is she?</body></message>
	<message to='nurse@gateway.example.org' id='m2' type='headline'><body>News!</body></message>
	<message to='nurse@gateway.example.org' id='m3' type='error'><error type='cancel'><gone xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
	<iq to='gateway.example.org' id='q1' type='get'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
	<iq to='gateway.example.org' id='q2' type='result'/>
	<presence to='gateway.example.org'/>
Romeo receives in any order:
	<message from='nurse@gateway.example.org' id='m1' type='error'><error type='wait'><remote-server-timeout xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
	<message from='nurse@gateway.example.org' id='m2' type='error'><error type='wait'><remote-server-timeout xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
	<iq from='gateway.example.org' id='q1' type='error'><error type='wait'><remote-server-timeout xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<presence from='gateway.example.org' type='error'><error type='wait'><remote-server-timeout xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
Gateway connects
Gateway receives: nothing
Gateway loses the connection
Romeo sends:
	<iq to='gateway.example.org' id='q3' type='get'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
Romeo receives:
	<iq from='gateway.example.org' id='q3' type='error'><error type='wait'><remote-server-timeout xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
