# XEP-0220 §2.5: a further domain that the peer does not want on this stream gets one of its own, and the stream goes on

[Peer] Montague
	domain: montague.lit
	to: capulet.lit
	accepts by: dialback
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
Montague receives:
	<message from='juliet@capulet.lit/balcony' to='romeo@montague.lit' type='chat' id='1'><body>one</body></message>
Juliet sends:
	<message to='orchard@chat.montague.lit' type='chat' id='2'><body>two</body></message>
Montague receives:
	<db:result from='capulet.lit' to='chat.montague.lit'>{scansion:any}</db:result>
Montague sends:
	<db:result from='chat.montague.lit' to='capulet.lit' type='error'><error type='cancel'><resource-constraint xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></db:result>
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
Juliet sends:
	<message to='romeo@montague.lit' type='chat' id='3'><body>three</body></message>
Montague receives:
	<message from='juliet@capulet.lit/balcony' to='romeo@montague.lit' type='chat' id='3'><body>three</body></message>
