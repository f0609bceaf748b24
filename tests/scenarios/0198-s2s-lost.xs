# XEP-0198 §4: a stream that is lost: what was not acknowledged goes out on the next one, in order, before what came since

[Peer] Montague
	domain: montague.lit
	to: capulet.lit
	sm: on

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
Montague accepts
Montague receives:
	<message from='juliet@capulet.lit/balcony' to='romeo@montague.lit' type='chat' id='2'><body>two</body></message>
	<message from='juliet@capulet.lit/balcony' to='romeo@montague.lit' type='chat' id='3'><body>three</body></message>
	<message from='juliet@capulet.lit/balcony' to='romeo@montague.lit' type='chat' id='4'><body>four</body></message>
