# XEP-0198 §5: the old connection need not have ended; it does now

[Peer] Montague
	domain: montague.lit
	to: capulet.lit
	sm: resume

[Peer] Again
	domain: montague.lit
	to: capulet.lit
	sm: by hand

[Client] Juliet
	jid: juliet@capulet.lit/balcony
-----
Montague sends:
	<message from='romeo@montague.lit/orchard' to='juliet@capulet.lit/balcony' type='chat' id='1'><body>one</body></message>
Juliet receives:
	<message from='romeo@montague.lit/orchard' to='juliet@capulet.lit/balcony' type='chat' id='1'><body>one</body></message>
Again connects
Again sends:
	<resume xmlns='urn:xmpp:sm:3' previd='${Montague's stream id}' h='0'/>
Again receives:
	<resumed xmlns='urn:xmpp:sm:3' previd='${Montague's stream id}' h='1'/>
Montague receives stream error: conflict
