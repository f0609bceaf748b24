# With keepFor: messages wait for the component, in their order, and say how long they did

[Component] Gateway
	jid: gateway.example.org
	keep for: 00:02:00

[Client] Romeo
	jid: romeo@example.org/orchard
-----
Gateway disconnects
Romeo sends:
	<message to='nurse@gateway.example.org' id='m1' type='chat'><body>Where is she?</body></message>
	<message to='nurse@gateway.example.org' id='m2' type='chat'><body>Hello?</body></message>
	<message to='nurse@gateway.example.org' id='m3' type='headline'><body>News!</body></message>
	<iq to='gateway.example.org' id='q1' type='get'><query xmlns='jabber:iq:version'/></iq>
Romeo receives in any order:
	<message from='nurse@gateway.example.org' id='m3' type='error'><error type='wait'><remote-server-timeout xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
	<iq from='gateway.example.org' id='q1' type='error'><error type='wait'><remote-server-timeout xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
after 1m
Gateway connects
Gateway receives:
	<message from='romeo@example.org/orchard' to='nurse@gateway.example.org' id='m1' type='chat'><body>Where is she?</body><delay xmlns='urn:xmpp:delay' from='gateway.example.org' stamp='{scansion:any}'/></message>
	<message from='romeo@example.org/orchard' to='nurse@gateway.example.org' id='m2' type='chat'><body>Hello?</body><delay xmlns='urn:xmpp:delay' from='gateway.example.org' stamp='{scansion:any}'/></message>
Gateway disconnects
Romeo sends:
	<message to='nurse@gateway.example.org' id='m4' type='chat'><body>Still there?</body></message>
Romeo receives: nothing
after 121s
Romeo receives:
	<message from='nurse@gateway.example.org' id='m4' type='error'><error type='wait'><remote-server-timeout xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
Gateway connects
Gateway receives: nothing
