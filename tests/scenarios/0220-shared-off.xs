# XEP-0220 §2.6: where streams are not to be shared each pair has its own

[Server]
	option federation links sharedStreams: false

[Peer] Montague
	domain: montague.lit
	to: capulet.lit
	raw: tls
	also: chat.montague.lit

[Peer] Chat
	domain: montague.lit
	from: chat.montague.lit
	to: capulet.lit
	raw: tls

[Client] Juliet
	jid: juliet@capulet.lit/balcony
-----
Juliet sends:
	<message to='romeo@montague.lit' type='chat' id='1'><body>one</body></message>
Montague accepts
Montague opens a stream
Montague sends:
	<stream:features><dialback xmlns='urn:xmpp:features:dialback'><errors/></dialback></stream:features>
Montague receives:
	<db:result from='capulet.lit' to='montague.lit'>{scansion:any}</db:result>
Montague sends:
	<db:result from='montague.lit' to='capulet.lit' type='valid'/>
Montague receives:
	<message from='juliet@capulet.lit/balcony' to='romeo@montague.lit' type='chat' id='1'><body>one</body></message>
Juliet sends:
	<message to='orchard@chat.montague.lit' type='chat' id='2'><body>two</body></message>
Chat accepts
Chat opens a stream
Chat sends:
	<stream:features><dialback xmlns='urn:xmpp:features:dialback'><errors/></dialback></stream:features>
Chat receives:
	<db:result from='capulet.lit' to='chat.montague.lit'>{scansion:any}</db:result>
Chat sends:
	<db:result from='chat.montague.lit' to='capulet.lit' type='valid'/>
Chat receives:
	<message from='juliet@capulet.lit/balcony' to='orchard@chat.montague.lit' type='chat' id='2'><body>two</body></message>
Montague receives: nothing
