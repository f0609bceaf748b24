# XEP-0355 §5: nobody gets by asking what the configuration does not give; §8, rule 5

[Component] PubSub
	jid: pubsub.example.org

[Client] Romeo
	jid: romeo@example.org/orchard
-----
PubSub sends:
	<iq type='get' from='pubsub.example.org' to='example.org' id='1'><query xmlns='urn:xmpp:delegation:2' to='romeo@example.org'><delegate namespace='http://jabber.org/protocol/pubsub'/></query></iq>
	<iq type='get' from='pubsub.example.org' to='example.org' id='2'><query xmlns='urn:xmpp:delegation:2' to='romeo@example.org'><delegate namespace='urn:xmpp:delegation:2'/></query></iq>
	<iq type='get' from='pubsub.example.org' to='example.org' id='3'><query xmlns='urn:xmpp:delegation:2'/></iq>
PubSub receives:
	<iq type='error' from='example.org' id='1'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='error' from='example.org' id='2'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='error' from='example.org' id='3'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
Romeo receives: nothing
