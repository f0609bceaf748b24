# XEP-0198 §5: what came of what it sent is told to a client that comes back late, but not for ever
[Server]
	option stream-management resumableFor: 2m
	option stream-management rememberFor: 15d
	option ping idleAfter: 0s
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
	management: true
[Client] Again
	jid: juliet@example.org/balcony
	raw: sasl
[Client] Late
	jid: juliet@example.org/balcony
	raw: sasl
-----
Juliet sends:
	<presence/>
	<presence to='romeo@example.org/orchard'/>
	<message to='romeo@example.org/orchard' id='m1' type='chat'><body>one</body></message>
Juliet receives:
	<presence/>
Romeo receives:
	<presence from='juliet@example.org/balcony'/>
	<message id='m1' type='chat'/>
Juliet loses the connection
Romeo receives: nothing
after 119s
Romeo receives: nothing
after 2s
Romeo receives:
	<presence type='unavailable' from='juliet@example.org/balcony'/>
after 15d
Again connects
Again sends:
	<resume xmlns='urn:xmpp:sm:3' h='${Juliet's count}' previd='${Juliet's stream id}'/>
Again receives:
	<failed xmlns='urn:xmpp:sm:3' h='${Juliet's sent count}'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></failed>
Again disconnects
after 1d
Late connects
Late sends:
	<resume xmlns='urn:xmpp:sm:3' h='${Juliet's count}' previd='${Juliet's stream id}'/>
Late receives:
	<failed xmlns='urn:xmpp:sm:3'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></failed>
Late binds
