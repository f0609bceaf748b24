# XEP-0191 §3.3: a blocked contact is told "unavailable", presence is silently lost
## prosody: it drops what is for a full address
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
-----
Romeo sends:
	<iq type='set' id='b1'><block xmlns='urn:xmpp:blocking'><item jid='juliet@example.org'/></block></iq>
Romeo receives:
	<iq type='result' id='b1'/>
Juliet sends:
	<message to='romeo@example.org' type='chat' id='m1'><body>hello?</body></message>
Juliet receives:
	<message type='error' from='romeo@example.org' id='m1'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
Juliet sends:
	<message to='romeo@example.org/orchard' type='chat' id='m2'><body>hello?</body></message>
	<iq to='romeo@example.org/orchard' type='get' id='i1'><ping xmlns='urn:xmpp:ping'/></iq>
Juliet receives in any order:
	<message type='error' from='romeo@example.org/orchard' id='m2'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
	<iq type='error' from='romeo@example.org/orchard' id='i1'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
Juliet sends:
	<presence to='romeo@example.org'/>
	<presence to='romeo@example.org/orchard'/>
	<presence to='romeo@example.org' type='subscribe'/>
	<presence to='romeo@example.org' type='probe'/>
	<message to='romeo@example.org/orchard' type='error'/>
	<iq to='romeo@example.org/orchard' type='result' id='i2'/>
Juliet receives: nothing
Romeo receives: nothing
