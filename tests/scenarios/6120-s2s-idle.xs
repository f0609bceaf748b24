# RFC 6120 §4.4: a stream that nobody uses is closed in good order, and made again when somebody does

[Server]
	option federation links idleFor: 00:01:00

[Peer] Montague
	domain: montague.lit
	to: capulet.lit

[Client] Juliet
	jid: juliet@capulet.lit/balcony
-----
Juliet sends:
	<message to='romeo@montague.lit' type='chat' id='1'><body>one</body></message>
Montague accepts
Montague receives:
	<message from='juliet@capulet.lit/balcony' to='romeo@montague.lit' type='chat' id='1'><body>one</body></message>
after 60s
Montague is disconnected
Juliet sends:
	<message to='romeo@montague.lit' type='chat' id='2'><body>two</body></message>
Montague accepts
Montague receives:
	<message from='juliet@capulet.lit/balcony' to='romeo@montague.lit' type='chat' id='2'><body>two</body></message>
