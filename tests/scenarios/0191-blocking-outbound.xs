# XEP-0191 §3.3: the owner can't write to whom he blocks, and is told why
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
-----
Romeo sends:
	<iq type='set' id='b1'><block xmlns='urn:xmpp:blocking'><item jid='juliet@example.org'/></block></iq>
Romeo receives:
	<iq type='result' id='b1'/>
Romeo sends:
	<message to='juliet@example.org' type='chat' id='m1'><body>hello?</body></message>
Romeo receives:
	<message type='error' id='m1' from='juliet@example.org'><error type='cancel'>
		<not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/><blocked xmlns='urn:xmpp:blocking:errors'/></error></message>
Romeo sends:
	<iq to='juliet@example.org/balcony' type='get' id='i1'><ping xmlns='urn:xmpp:ping'/></iq>
Romeo receives:
	<iq type='error' id='i1' from='juliet@example.org/balcony'><error type='cancel'>
		<not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/><blocked xmlns='urn:xmpp:blocking:errors'/></error></iq>
Juliet receives: nothing
