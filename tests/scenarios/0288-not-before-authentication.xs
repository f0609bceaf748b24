# XEP-0288 §2: nothing is sent to a peer that asked for it and has not proven itself

[Peer] Montague
	domain: montague.lit
	to: capulet.lit
	raw: tls

[Peer] Real
	domain: montague.lit
	to: capulet.lit

[Client] Juliet
	jid: juliet@capulet.lit/balcony
-----
Montague sends:
	<bidi xmlns='urn:xmpp:bidi'/>
Juliet sends:
	<message to='romeo@montague.lit' type='chat' id='1'><body>one</body></message>
Real accepts
Real receives:
	<message from='juliet@capulet.lit/balcony' to='romeo@montague.lit' type='chat' id='1'><body>one</body></message>
Montague receives: nothing
