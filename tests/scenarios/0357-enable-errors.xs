# XEP-0357 §5, §6: a service is needed, nodes and options have a bound, and nobody enables for another account
[Client] Romeo
	jid: romeo@example.org/orchard
[Account] Juliet
	jid: juliet@example.org
-----
Romeo sends:
	<iq type='set' id='e1'><enable xmlns='urn:xmpp:push:0' node='n'/></iq>
	<iq type='set' id='e2'><enable xmlns='urn:xmpp:push:0' jid='@'/></iq>
	<iq type='set' id='e3'><disable xmlns='urn:xmpp:push:0' node='n'/></iq>
	<iq type='set' id='e4'><enable xmlns='urn:xmpp:push:0' jid='push.client.example' node='{repeat 1024 n}'/></iq>
	<iq type='set' id='e5'><enable xmlns='urn:xmpp:push:0' jid='push.client.example'><x xmlns='jabber:x:data' type='submit'>
		<field var='FORM_TYPE'><value>http://jabber.org/protocol/pubsub#publish-options</value></field><field var='secret'><value>{repeat 4096 s}</value></field></x></enable></iq>
	<iq type='set' id='e6' to='juliet@example.org'><enable xmlns='urn:xmpp:push:0' jid='push.client.example'/></iq>
	<iq type='get' id='e7'><enable xmlns='urn:xmpp:push:0' jid='push.client.example'/></iq>
Romeo receives in any order:
	<iq type='error' id='e1'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='error' id='e2'><error type='modify'><jid-malformed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='error' id='e3'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='error' id='e4'><error type='modify'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='error' id='e5'><error type='modify'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='error' id='e6'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='error' id='e7'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
