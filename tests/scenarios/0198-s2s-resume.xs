# XEP-0198 §5: a peer goes on with the stream that it lost, and learns what came

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
Montague sends:
	<message from='romeo@montague.lit/orchard' to='juliet@capulet.lit/balcony' type='chat' id='1'><body>one</body></message>
	<message from='romeo@montague.lit/orchard' to='juliet@capulet.lit/balcony' type='chat' id='2'><body>two</body></message>
Juliet receives:
	<message from='romeo@montague.lit/orchard' to='juliet@capulet.lit/balcony' type='chat' id='1'><body>one</body></message>
	<message from='romeo@montague.lit/orchard' to='juliet@capulet.lit/balcony' type='chat' id='2'><body>two</body></message>
Montague loses the connection
Again connects
Again sends:
	<resume xmlns='urn:xmpp:sm:3' previd='${Montague's stream id}' h='0'/>
Again receives:
	<resumed xmlns='urn:xmpp:sm:3' previd='${Montague's stream id}' h='2'/>
Again sends:
	<message from='romeo@montague.lit/orchard' to='juliet@capulet.lit/balcony' type='chat' id='3'><body>three</body></message>
	<r xmlns='urn:xmpp:sm:3'/>
Again receives:
	<a xmlns='urn:xmpp:sm:3' h='3'/>
Juliet receives:
	<message from='romeo@montague.lit/orchard' to='juliet@capulet.lit/balcony' type='chat' id='3'><body>three</body></message>
