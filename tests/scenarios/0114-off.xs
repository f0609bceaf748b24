# Without the module there are no components

[Server]
	module components: off
	module rooms: off

[Component] Gateway
	jid: gateway.example.org
	raw: true

[Client] Romeo
	jid: romeo@example.org/orchard
-----
Gateway opens a stream
Gateway receives a stream header
Gateway receives stream error: host-unknown
Romeo sends:
	<iq type='get' to='gateway.example.org' id='q1'><query xmlns='jabber:iq:version'/></iq>
	<iq type='get' to='example.org' id='i1'><query xmlns='http://jabber.org/protocol/disco#items'/></iq>
Romeo receives:
	<iq type='error' from='gateway.example.org' id='q1'><error type='cancel'><remote-server-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='result' from='example.org' id='i1'><query xmlns='http://jabber.org/protocol/disco#items'/></iq>
