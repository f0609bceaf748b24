# XEP-0288 §2: a peer that asks for it gets what is for it on its own stream, once it proved itself

[Peer] Montague
	domain: montague.lit
	to: capulet.lit
	bidi: on

[Client] Juliet
	jid: juliet@capulet.lit/balcony
-----
Juliet sends:
	<message to='romeo@montague.lit' type='chat' id='1'><body>one</body></message>
Montague receives:
	<message from='juliet@capulet.lit/balcony' to='romeo@montague.lit' type='chat' id='1'><body>one</body></message>
Montague sends:
	<message from='romeo@montague.lit/orchard' to='juliet@capulet.lit/balcony' type='chat'><body>back</body></message>
Juliet receives:
	<message from='romeo@montague.lit/orchard' type='chat'><body>back</body></message>
