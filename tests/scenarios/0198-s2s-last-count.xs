# XEP-0198 §4: before a stream ends the last count is said

[Peer] Montague
	domain: montague.lit
	to: capulet.lit
	sm: on

[Client] Juliet
	jid: juliet@capulet.lit/balcony
-----
Montague sends:
	<message from='romeo@montague.lit/orchard' to='juliet@capulet.lit/balcony' type='chat' id='1'><body>one</body></message>
Juliet receives:
	<message from='romeo@montague.lit/orchard' to='juliet@capulet.lit/balcony' type='chat' id='1'><body>one</body></message>
Montague sends raw:
	</stream:stream>
Montague receives:
	<a xmlns='urn:xmpp:sm:3' h='1'/>
Montague is disconnected
