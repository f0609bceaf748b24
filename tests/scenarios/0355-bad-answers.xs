# XEP-0355 §4.3: what the component answers is looked at before it is believed

[Component] PubSub
	jid: pubsub.example.org
	delegates urn:example:x: true

[Component] Other
	jid: other.example.org

[Client] Romeo
	jid: romeo@example.org/orchard
-----
PubSub receives:
	<message id='{scansion:any}'><delegation xmlns='urn:xmpp:delegation:2'><delegated namespace='urn:example:x'/></delegation></message>
	<iq type='get' id='{scansion:any}'><query xmlns='http://jabber.org/protocol/disco#info' node='urn:xmpp:delegation:2::urn:example:x'/></iq>
	<iq type='get' id='{scansion:any}'><query xmlns='http://jabber.org/protocol/disco#info' node='urn:xmpp:delegation:2:bare:urn:example:x'/></iq>
# Another id, recipient, sender, type; nothing.
Romeo sends:
	<iq type='get' id='1'><x xmlns='urn:example:x'/></iq>
PubSub receives:
	<iq type='set' id='{capture:id}'/>
PubSub sends:
	<iq type='result' from='pubsub.example.org' to='example.org' id='${id}'><delegation xmlns='urn:xmpp:delegation:2'><forwarded xmlns='urn:xmpp:forward:0'><iq xmlns='jabber:client' type='result' to='romeo@example.org/orchard' id='2'/></forwarded></delegation></iq>
Romeo receives:
	<iq type='error' id='1'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
Romeo sends:
	<iq type='get' id='2'><x xmlns='urn:example:x'/></iq>
PubSub receives:
	<iq type='set' id='{capture:id}'/>
PubSub sends:
	<iq type='result' from='pubsub.example.org' to='example.org' id='${id}'><delegation xmlns='urn:xmpp:delegation:2'><forwarded xmlns='urn:xmpp:forward:0'><iq xmlns='jabber:client' type='result' to='juliet@example.org' id='2'/></forwarded></delegation></iq>
Romeo receives:
	<iq type='error' id='2'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
Romeo sends:
	<iq type='get' id='3'><x xmlns='urn:example:x'/></iq>
PubSub receives:
	<iq type='set' id='{capture:id}'/>
PubSub sends:
	<iq type='result' from='pubsub.example.org' to='example.org' id='${id}'><delegation xmlns='urn:xmpp:delegation:2'><forwarded xmlns='urn:xmpp:forward:0'><iq xmlns='jabber:client' type='result' from='juliet@example.org' to='romeo@example.org/orchard' id='3'/></forwarded></delegation></iq>
Romeo receives:
	<iq type='error' id='3'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
Romeo sends:
	<iq type='get' id='4'><x xmlns='urn:example:x'/></iq>
PubSub receives:
	<iq type='set' id='{capture:id}'/>
PubSub sends:
	<iq type='result' from='pubsub.example.org' to='example.org' id='${id}'><delegation xmlns='urn:xmpp:delegation:2'><forwarded xmlns='urn:xmpp:forward:0'><iq xmlns='jabber:client' type='set' to='romeo@example.org/orchard' id='4'><x xmlns='urn:example:x'/></iq></forwarded></delegation></iq>
Romeo receives:
	<iq type='error' id='4'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
Romeo sends:
	<iq type='get' id='5'><x xmlns='urn:example:x'/></iq>
PubSub receives:
	<iq type='set' id='{capture:id}'/>
PubSub sends:
	<iq type='result' from='pubsub.example.org' to='example.org' id='${id}'/>
Romeo receives:
	<iq type='error' id='5'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
# Somebody else's answer is none; then the component takes too long.
Romeo sends:
	<iq type='get' id='6'><x xmlns='urn:example:x'/></iq>
PubSub receives:
	<iq type='set' id='{capture:id}'/>
Other sends:
	<iq type='result' from='other.example.org' to='example.org' id='${id}'><delegation xmlns='urn:xmpp:delegation:2'><forwarded xmlns='urn:xmpp:forward:0'><iq xmlns='jabber:client' type='result' to='romeo@example.org/orchard' id='6'/></forwarded></delegation></iq>
Romeo receives: nothing
after 31s
Romeo receives:
	<iq type='error' id='6'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
# §4.3.1: the component itself is answered by the server.
PubSub sends:
	<iq type='get' from='pubsub.example.org' to='example.org' id='7'><x xmlns='urn:example:x'/></iq>
PubSub receives:
	<iq type='error' from='example.org' id='7'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
# §4.3, note 1
PubSub disconnects
Romeo sends:
	<iq type='get' id='8'><x xmlns='urn:example:x'/></iq>
Romeo receives:
	<iq type='error' id='8'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
