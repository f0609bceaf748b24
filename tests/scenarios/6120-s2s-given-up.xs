# RFC 6120 §10.4, §8.3.3.16: after a while what waited goes back to its sender

[Server]
	federated: on
	silent: capulet.lit

[Client] Romeo
	jid: romeo@montague.lit/orchard

[Client] Juliet
	jid: juliet@capulet.lit/balcony
-----
Romeo sends:
	<message to='juliet@capulet.lit' type='chat' id='1'><body>one</body></message>
after 3m
Romeo receives:
	<message from='juliet@capulet.lit' type='error' id='1'><error type='wait'><remote-server-timeout xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
answers capulet.lit
Juliet sends:
	<presence/>
Juliet receives:
	<presence/>
after 3m
Juliet receives: nothing
