# Design: what a client that is away misses has a bound; past it the session is given up, requests are answered, messages kept, and the count is still told
[Server]
	option sessions maxHeldStanzas: 16
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
	management: true
[Client] Again
	jid: juliet@example.org/balcony
	raw: sasl
-----
Juliet sends:
	<presence/>
Juliet receives:
	<presence/>
Juliet loses the connection
Romeo sends:
	<message to='juliet@example.org' id='m1' type='chat'><body>one</body></message>
	{repeat 16 <iq to='juliet@example.org/balcony' type='get' id='i'><query xmlns='urn:x'/></iq>}
Romeo receives in any order:
	{repeat 16 <iq id='i' type='error' from='juliet@example.org/balcony'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>}
Again connects
Again sends:
	<resume xmlns='urn:xmpp:sm:3' h='${Juliet's count}' previd='${Juliet's stream id}'/>
Again receives:
	<failed xmlns='urn:xmpp:sm:3' h='${Juliet's sent count}'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></failed>
Again binds
Again sends:
	<presence/>
Again receives:
	<presence/>
	<message id='m1' type='chat'/>
