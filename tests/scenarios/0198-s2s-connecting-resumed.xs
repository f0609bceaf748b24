# XEP-0198 §5: our server goes on with the stream that it lost: what the peer has is not sent again

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
	<message to='romeo@montague.lit' type='chat' id='1'><body>one</body></message>
	<message to='romeo@montague.lit' type='chat' id='2'><body>two</body></message>
	<message to='romeo@montague.lit' type='chat' id='3'><body>three</body></message>
Montague accepts
Montague receives:
	<message from='juliet@capulet.lit/balcony' to='romeo@montague.lit' type='chat' id='1'><body>one</body></message>
	<message from='juliet@capulet.lit/balcony' to='romeo@montague.lit' type='chat' id='2'><body>two</body></message>
	<message from='juliet@capulet.lit/balcony' to='romeo@montague.lit' type='chat' id='3'><body>three</body></message>
Montague sends:
	<a xmlns='urn:xmpp:sm:3' h='1'/>
Montague loses the connection
Juliet sends:
	<message to='romeo@montague.lit' type='chat' id='4'><body>four</body></message>
Again accepts
Again receives:
	<resume xmlns='urn:xmpp:sm:3' previd='r1' h='0'/>
Again sends:
	<resumed xmlns='urn:xmpp:sm:3' previd='r1' h='2'/>
Again receives:
	<message from='juliet@capulet.lit/balcony' to='romeo@montague.lit' type='chat' id='3'><body>three</body></message>
	<message from='juliet@capulet.lit/balcony' to='romeo@montague.lit' type='chat' id='4'><body>four</body></message>
Again sends:
	<a xmlns='urn:xmpp:sm:3' h='4'/>
Again receives: nothing
