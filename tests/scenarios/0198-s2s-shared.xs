# XEP-0198 §4: a stream counts what it carries, of whichever pair it is

[Peer] Montague
	domain: montague.lit
	to: capulet.lit
	sm: on
	also: chat.montague.lit

[Client] Juliet
	jid: juliet@capulet.lit/balcony
-----
Juliet sends:
	<message to='romeo@montague.lit' type='chat' id='1'><body>one</body></message>
Montague accepts
Montague receives:
	<message from='juliet@capulet.lit/balcony' to='romeo@montague.lit' type='chat' id='1'><body>one</body></message>
Juliet sends:
	<message to='orchard@chat.montague.lit' type='chat' id='2'><body>two</body></message>
Montague receives:
	<db:result from='capulet.lit' to='chat.montague.lit'>{scansion:any}</db:result>
Montague sends:
	<db:result from='chat.montague.lit' to='capulet.lit' type='valid'/>
Montague receives:
	<message from='juliet@capulet.lit/balcony' to='orchard@chat.montague.lit' type='chat' id='2'><body>two</body></message>
after 2s
Montague receives:
	<r xmlns='urn:xmpp:sm:3'/>
Montague sends:
	<a xmlns='urn:xmpp:sm:3' h='1'/>
	<a xmlns='urn:xmpp:sm:3' h='2'/>
Juliet sends:
	<message to='romeo@montague.lit' type='chat' id='3'><body>three</body></message>
Montague receives:
	<message from='juliet@capulet.lit/balcony' to='romeo@montague.lit' type='chat' id='3'><body>three</body></message>
Montague sends:
	<a xmlns='urn:xmpp:sm:3' h='4'/>
Montague receives stream error: undefined-condition
