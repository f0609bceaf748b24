# XEP-0198 §5: after a crash the count of what is kept is told

[Peer] Montague
	domain: montague.lit
	to: capulet.lit
	sm: resume

[Peer] Again
	domain: montague.lit
	to: capulet.lit
	sm: by hand

[Client] Juliet
	jid: juliet@capulet.lit/balcony
-----
Juliet sends:
	<presence/>
Juliet receives:
	<presence/>
Juliet disconnects
Montague sends:
	<message from='romeo@montague.lit/orchard' to='juliet@capulet.lit' type='chat' id='1'><body>one</body></message>
	<message from='romeo@montague.lit/orchard' to='juliet@capulet.lit' type='chat' id='2'><body>two</body></message>
crash capulet.lit
Montague is disconnected
Again connects
Again sends:
	<resume xmlns='urn:xmpp:sm:3' previd='${Montague's stream id}' h='0'/>
Again receives:
	<failed xmlns='urn:xmpp:sm:3' h='2'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></failed>
Again sends:
	<enable xmlns='urn:xmpp:sm:3'/>
Again receives:
	<enabled xmlns='urn:xmpp:sm:3'/>
Again sends:
	<message from='romeo@montague.lit/orchard' to='juliet@capulet.lit' type='chat' id='3'><body>three</body></message>
Juliet connects
Juliet sends:
	<presence/>
Juliet receives in any order:
	<presence/>
	<message from='romeo@montague.lit/orchard' to='juliet@capulet.lit' type='chat' id='1'><body>one</body></message>
	<message from='romeo@montague.lit/orchard' to='juliet@capulet.lit' type='chat' id='2'><body>two</body></message>
	<message from='romeo@montague.lit/orchard' to='juliet@capulet.lit' type='chat' id='3'><body>three</body></message>
