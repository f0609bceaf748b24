# XEP-0198 §4: a peer's stanzas are counted from <enable/>, and acknowledged when they are handled

[Peer] Montague
	domain: montague.lit
	to: capulet.lit
	sm: on

[Client] Juliet
	jid: juliet@capulet.lit/balcony
-----
Montague sends:
	<message from='romeo@montague.lit/orchard' to='juliet@capulet.lit/balcony' type='chat' id='1'><body>one</body></message>
	<message from='romeo@montague.lit/orchard' to='juliet@capulet.lit/balcony' type='chat' id='2'><body>two</body></message>
	<r xmlns='urn:xmpp:sm:3'/>
Montague receives:
	<a xmlns='urn:xmpp:sm:3' h='2'/>
Juliet receives:
	<message from='romeo@montague.lit/orchard' to='juliet@capulet.lit/balcony' type='chat' id='1'><body>one</body></message>
	<message from='romeo@montague.lit/orchard' to='juliet@capulet.lit/balcony' type='chat' id='2'><body>two</body></message>
Montague sends:
	<r xmlns='urn:xmpp:sm:3'/>
Montague receives:
	<a xmlns='urn:xmpp:sm:3' h='2'/>
