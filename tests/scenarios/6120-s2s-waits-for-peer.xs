# RFC 6120 §10.4: a message for a domain that does not answer waits, over a restart of our server too, and arrives once, in order; a request does not wait

[Server]
	federated: on
	silent: capulet.lit

[Client] Romeo
	jid: romeo@montague.lit/orchard

[Client] Juliet
	jid: juliet@capulet.lit/balcony
-----
Juliet sends:
	<presence/>
Juliet receives:
	<presence/>
Romeo sends:
	<message to='juliet@capulet.lit' type='chat' id='1'><body>one</body></message>
	<message to='juliet@capulet.lit' type='chat' id='2'><body>two</body></message>
	<iq to='capulet.lit' type='get' id='3'><ping xmlns='urn:xmpp:ping'/></iq>
Romeo receives:
	<iq from='capulet.lit' type='error' id='3'><error type='wait'><remote-server-timeout xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
restart montague.lit
Romeo connects
Romeo sends:
	<message to='juliet@capulet.lit' type='chat' id='4'><body>three</body></message>
answers capulet.lit
after 30s
Juliet receives:
	<message from='romeo@montague.lit/orchard' to='juliet@capulet.lit' type='chat' id='1'><body>one</body></message>
	<message from='romeo@montague.lit/orchard' to='juliet@capulet.lit' type='chat' id='2'><body>two</body></message>
	<message from='romeo@montague.lit/orchard' to='juliet@capulet.lit' type='chat' id='4'><body>three</body></message>
after 3s
crash montague.lit
Romeo connects
after 60s
Juliet receives: nothing
