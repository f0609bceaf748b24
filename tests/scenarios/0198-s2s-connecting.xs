# XEP-0198 §4: what our server sends is acknowledged, and asked about; a count of more than was sent ends the stream

[Peer] Montague
	domain: montague.lit
	to: capulet.lit
	sm: on

[Client] Juliet
	jid: juliet@capulet.lit/balcony
-----
Juliet sends:
	<message to='romeo@montague.lit' type='chat' id='1'><body>one</body></message>
Montague accepts
Montague receives:
	<message from='juliet@capulet.lit/balcony' to='romeo@montague.lit' type='chat' id='1'><body>one</body></message>
after 2s
Montague receives:
	<r xmlns='urn:xmpp:sm:3'/>
Montague sends:
	<a xmlns='urn:xmpp:sm:3' h='1'/>
after 5s
Montague receives: nothing
Montague sends:
	<a xmlns='urn:xmpp:sm:3' h='2'/>
Montague receives stream error: undefined-condition
