# XEP-0220 §2.6.2: a further domain at the same place is asked for on the stream that there is, and for as long as the answer is awaited nothing goes out for it

[Peer] Montague
	domain: montague.lit
	to: capulet.lit
	accepts by: dialback
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
# §3.1: answers to what was not asked count for nothing.
Montague sends:
	<db:result from='verona.lit' to='capulet.lit' type='valid'/>
	<db:verify from='chat.montague.lit' to='capulet.lit' id='1' type='valid'/>
Montague receives: nothing
Montague sends:
	<db:result from='chat.montague.lit' to='capulet.lit' type='valid'/>
Montague receives:
	<message from='juliet@capulet.lit/balcony' to='orchard@chat.montague.lit' type='chat' id='2'><body>two</body></message>
Juliet sends:
	<message to='orchard@chat.montague.lit' type='chat' id='3'><body>three</body></message>
	<message to='romeo@montague.lit' type='chat' id='4'><body>four</body></message>
Montague receives in any order:
	<message from='juliet@capulet.lit/balcony' to='orchard@chat.montague.lit' type='chat' id='3'><body>three</body></message>
	<message from='juliet@capulet.lit/balcony' to='romeo@montague.lit' type='chat' id='4'><body>four</body></message>
# It was not asked for both ways: what comes for the further pair comes on a stream of the peer's.
Montague sends:
	<message from='orchard@chat.montague.lit' to='juliet@capulet.lit/balcony' type='chat'><body>back</body></message>
Montague receives stream error: not-authorized
