# XEP-0280: a message to the own account is copied once, to those who neither wrote nor got it; a copy's error is nobody's
## prosody: it makes no copies within an account
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Phone
	jid: romeo@example.org/phone
[Client] Tablet
	jid: romeo@example.org/tablet
-----
Romeo sends:
	<iq type='set' id='c1'><enable xmlns='urn:xmpp:carbons:2'/></iq>
Romeo receives:
	<iq type='result' id='c1'/>
Phone sends:
	<iq type='set' id='c1'><enable xmlns='urn:xmpp:carbons:2'/></iq>
Phone receives:
	<iq type='result' id='c1'/>
Tablet sends:
	<iq type='set' id='c1'><enable xmlns='urn:xmpp:carbons:2'/></iq>
Tablet receives:
	<iq type='result' id='c1'/>
Romeo sends:
	<message to='romeo@example.org/phone' id='m1' type='chat'><body>note to self</body></message>
Phone receives:
	<message from='romeo@example.org/orchard' id='m1' type='chat'><body>note to self</body></message>
Tablet receives:
	<message from='romeo@example.org' to='romeo@example.org/tablet' type='chat'>
		<received xmlns='urn:xmpp:carbons:2'><forwarded xmlns='urn:xmpp:forward:0'>
			<message xmlns='jabber:client' from='romeo@example.org/orchard' to='romeo@example.org/phone' id='m1' type='chat'><body>note to self</body></message>
		</forwarded></received>
	</message>
Romeo receives: nothing
# §10.3: a client that does not like a copy
Tablet sends:
	<message to='romeo@example.org' type='error'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
Romeo receives: nothing
Phone receives: nothing
