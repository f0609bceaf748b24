# RFC 6120 §10.3: both servers connect at the same time; nothing is lost, whichever streams remain

[Server]
	federated: on

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
	<presence/>
Romeo receives:
	<presence/>
all connections between servers break
Romeo sends:
	<message to='juliet@capulet.lit' type='chat' id='1'><body>one</body></message>
Juliet sends:
	<message to='romeo@montague.lit' type='chat' id='2'><body>two</body></message>
Romeo receives:
	<message from='juliet@capulet.lit/balcony' type='chat' id='2'><body>two</body></message>
Juliet receives:
	<message from='romeo@montague.lit/orchard' to='juliet@capulet.lit' type='chat' id='1'><body>one</body></message>
