# XEP-0198 §4: a peer that does not answer is gone; what it did not acknowledge goes out again on the next stream

[Peer] Montague
	domain: montague.lit
	to: capulet.lit
	sm: on

[Client] Juliet
	jid: juliet@capulet.lit/balcony
-----
Juliet sends:
	<message to='romeo@montague.lit' type='chat' id='1'><body>one</body></message>
	<message to='romeo@montague.lit' type='chat' id='2'><body>two</body></message>
Montague accepts
Montague receives:
	<message from='juliet@capulet.lit/balcony' to='romeo@montague.lit' type='chat' id='1'><body>one</body></message>
	<message from='juliet@capulet.lit/balcony' to='romeo@montague.lit' type='chat' id='2'><body>two</body></message>
Montague sends:
	<a xmlns='urn:xmpp:sm:3' h='1'/>
after 2s
Montague receives:
	<r xmlns='urn:xmpp:sm:3'/>
after 62s
Montague receives stream error: connection-timeout
Montague accepts
Montague receives:
	<message from='juliet@capulet.lit/balcony' to='romeo@montague.lit' type='chat' id='2'><body>two</body></message>
