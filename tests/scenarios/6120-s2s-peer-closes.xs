# RFC 6120 §4.4: a peer that ends its stream is connected to again when there is something for it

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
Montague sends raw:
	</stream:stream>
Montague is disconnected
Juliet sends:
	<message to='romeo@montague.lit' type='chat' id='2'><body>two</body></message>
Montague accepts
Montague receives:
	<message from='juliet@capulet.lit/balcony' to='romeo@montague.lit' type='chat' id='2'><body>two</body></message>
