# XEP-0198 §5, XEP-0288: on a stream that carried both ways both counts go on

[Peer] Montague
	domain: montague.lit
	to: capulet.lit
	sm: resume
	bidi: on

[Peer] Again
	domain: montague.lit
	to: capulet.lit
	sm: by hand
	bidi: on

[Client] Juliet
	jid: juliet@capulet.lit/balcony
-----
Montague sends:
	<message from='romeo@montague.lit/orchard' to='juliet@capulet.lit/balcony' type='chat' id='1'><body>one</body></message>
Juliet receives:
	<message from='romeo@montague.lit/orchard' to='juliet@capulet.lit/balcony' type='chat' id='1'><body>one</body></message>
Juliet sends:
	<message to='romeo@montague.lit' type='chat' id='2'><body>two</body></message>
	<message to='romeo@montague.lit' type='chat' id='3'><body>three</body></message>
Montague receives:
	<message from='juliet@capulet.lit/balcony' to='romeo@montague.lit' type='chat' id='2'><body>two</body></message>
	<message from='juliet@capulet.lit/balcony' to='romeo@montague.lit' type='chat' id='3'><body>three</body></message>
Montague loses the connection
Juliet sends:
	<message to='romeo@montague.lit' type='chat' id='4'><body>four</body></message>
Again connects
Again sends:
	<resume xmlns='urn:xmpp:sm:3' previd='${Montague's stream id}' h='1'/>
Again receives:
	<resumed xmlns='urn:xmpp:sm:3' previd='${Montague's stream id}' h='1'/>
	<message from='juliet@capulet.lit/balcony' to='romeo@montague.lit' type='chat' id='3'><body>three</body></message>
	<message from='juliet@capulet.lit/balcony' to='romeo@montague.lit' type='chat' id='4'><body>four</body></message>
Again sends:
	<a xmlns='urn:xmpp:sm:3' h='3'/>
Again receives: nothing
