# XEP-0198 §5: a stream belongs to the pair that proved itself for it

[Peer] Montague
	domain: montague.lit
	to: capulet.lit
	sm: resume

[Peer] Again
	domain: verona.lit
	to: capulet.lit
	sm: by hand

[Client] Juliet
	jid: juliet@capulet.lit/balcony
-----
Montague sends:
	<message from='romeo@montague.lit/orchard' to='juliet@capulet.lit/balcony' type='chat' id='1'><body>one</body></message>
Juliet receives:
	<message from='romeo@montague.lit/orchard' to='juliet@capulet.lit/balcony' type='chat' id='1'><body>one</body></message>
Montague loses the connection
Again connects
Again sends:
	<resume xmlns='urn:xmpp:sm:3' previd='${Montague's stream id}' h='0'/>
Again receives:
	<failed xmlns='urn:xmpp:sm:3'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></failed>
