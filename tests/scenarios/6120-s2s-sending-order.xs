# RFC 6120 §10.1: what one account sends to another arrives in that order

[Peer] Montague
	domain: montague.lit
	to: capulet.lit

[Client] Juliet
	jid: juliet@capulet.lit/balcony
-----
Juliet sends:
	<message to='romeo@montague.lit' type='chat' id='1'><body>one</body></message>
	<message to='romeo@montague.lit' type='chat' id='2'><body>two</body></message>
Montague accepts
Juliet sends:
	<message to='romeo@montague.lit' type='chat' id='3'><body>three</body></message>
	<iq to='romeo@montague.lit/orchard' type='get' id='4'><query xmlns='jabber:iq:version'/></iq>
	<message to='romeo@montague.lit' type='chat' id='5'><body>five</body></message>
Montague receives:
	<message from='juliet@capulet.lit/balcony' to='romeo@montague.lit' type='chat' id='1'><body>one</body></message>
	<message from='juliet@capulet.lit/balcony' to='romeo@montague.lit' type='chat' id='2'><body>two</body></message>
	<message from='juliet@capulet.lit/balcony' to='romeo@montague.lit' type='chat' id='3'><body>three</body></message>
	<iq from='juliet@capulet.lit/balcony' to='romeo@montague.lit/orchard' type='get' id='4'><query xmlns='jabber:iq:version'/></iq>
	<message from='juliet@capulet.lit/balcony' to='romeo@montague.lit' type='chat' id='5'><body>five</body></message>
