# RFC 6120 §4.4: what the peer says between our closing tag and its own still counts

[Server]
	option federation links idleFor: 00:01:00

[Peer] Montague
	domain: montague.lit
	to: capulet.lit
	bidi: on

[Client] Juliet
	jid: juliet@capulet.lit/balcony
-----
Juliet sends:
	<message to='romeo@montague.lit' type='chat' id='1'><body>one</body></message>
Montague accepts
Montague receives:
	<message from='juliet@capulet.lit/balcony' to='romeo@montague.lit' type='chat' id='1'><body>one</body></message>
after 60s
Montague sends:
	<message from='romeo@montague.lit/orchard' to='juliet@capulet.lit/balcony' type='chat'><body>Late</body></message>
Juliet receives:
	<message from='romeo@montague.lit/orchard' type='chat'><body>Late</body></message>
Montague is disconnected
