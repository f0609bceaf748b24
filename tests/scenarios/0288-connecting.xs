# XEP-0288 §2: our server asks for bidi before EXTERNAL; then the peer's stanzas come on the same stream, those of its own domain only

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
Montague sends:
	<message from='romeo@montague.lit/orchard' to='juliet@capulet.lit/balcony' type='chat'><body>back</body></message>
Juliet receives:
	<message from='romeo@montague.lit/orchard' type='chat'><body>back</body></message>
Montague sends:
	<message from='mercutio@verona.lit' to='juliet@capulet.lit/balcony' type='chat'><body>x</body></message>
Montague receives stream error: invalid-from
