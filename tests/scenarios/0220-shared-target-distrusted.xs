# RFC 6120 §13.7.2: a further domain is proven by the same certificate and the same rules as the first, or it is not spoken with there

[Server]
	distrust: chat.montague.lit

[Peer] Montague
	domain: montague.lit
	to: capulet.lit
	accepts by: dialback
	also: chat.montague.lit

[Client] Juliet
	jid: juliet@capulet.lit/balcony
-----
Juliet sends:
	<message to='romeo@montague.lit' type='chat' id='1'><body>one</body></message>
Montague accepts
Montague receives:
	<message from='juliet@capulet.lit/balcony' to='romeo@montague.lit' type='chat' id='1'><body>one</body></message>
Juliet sends:
	<message to='orchard@chat.montague.lit' type='chat' id='2'><body>two</body></message>
Montague receives: nothing
