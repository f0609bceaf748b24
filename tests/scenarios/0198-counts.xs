# XEP-0198 §4: every stanza counts, refused ones too; nonzas do not
[Client] Romeo
	jid: romeo@example.org/orchard
	management: by hand
-----
Romeo sends:
	<presence/>
	<enable xmlns='urn:xmpp:sm:3'/>
	<r xmlns='urn:xmpp:sm:3'/>
Romeo receives:
	<presence/>
	<enabled xmlns='urn:xmpp:sm:3'/>
	<a xmlns='urn:xmpp:sm:3' h='0'/>
Romeo sends:
	<message to='romeo@example.org/orchard' id='m1'><body>one</body></message>
	<message to='@' id='m2'><body>two</body></message>
	<iq type='get' id='i1'/>
	<iq type='result' id='i2'/>
	<r xmlns='urn:xmpp:sm:3'/>
Romeo receives in any order:
	<message id='m1'/>
	<message id='m2' type='error'><error type='modify'><jid-malformed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
	<iq id='i1' type='error'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<a xmlns='urn:xmpp:sm:3' h='4'/>
