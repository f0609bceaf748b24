# XEP-0288 §2: on a stream that carries both ways the inverse of each further pair comes, too

[Peer] Montague
	domain: montague.lit
	to: capulet.lit
	accepts by: dialback
	bidi: on
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
Montague sends:
	<message from='orchard@chat.montague.lit' to='juliet@capulet.lit/balcony' type='chat'><body>back</body></message>
Juliet receives:
	<message from='orchard@chat.montague.lit' to='juliet@capulet.lit/balcony' type='chat'><body>back</body></message>
