# XEP-0198 §4, XEP-0288: on a stream that carries both ways each direction counts; what the peer sends before <enabled/> is not lost

[Peer] Montague
	domain: montague.lit
	to: capulet.lit
	sm: by hand
	bidi: on

[Client] Juliet
	jid: juliet@capulet.lit/balcony
-----
Juliet sends:
	<message to='romeo@montague.lit' type='chat' id='1'><body>one</body></message>
Montague accepts
Montague receives:
	<enable xmlns='urn:xmpp:sm:3' scansion:strict='false'/>
Montague sends:
	<message from='romeo@montague.lit/orchard' to='juliet@capulet.lit/balcony' type='chat' id='0'><body>early</body></message>
	<enabled xmlns='urn:xmpp:sm:3'/>
	<message from='romeo@montague.lit/orchard' to='juliet@capulet.lit/balcony' type='chat' id='1'><body>later</body></message>
	<r xmlns='urn:xmpp:sm:3'/>
Juliet receives:
	<message from='romeo@montague.lit/orchard' to='juliet@capulet.lit/balcony' type='chat' id='0'><body>early</body></message>
	<message from='romeo@montague.lit/orchard' to='juliet@capulet.lit/balcony' type='chat' id='1'><body>later</body></message>
Montague receives in any order:
	<message from='juliet@capulet.lit/balcony' to='romeo@montague.lit' type='chat' id='1'><body>one</body></message>
	<a xmlns='urn:xmpp:sm:3' h='1'/>
