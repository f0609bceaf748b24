# XEP-0220 §2.6: further pairs on one stream, each with its own proof; stanzas of others end it

[Peer] Montague
	domain: montague.lit
	to: capulet.lit
	raw: tls

[Client] Juliet
	jid: juliet@capulet.lit/balcony

[Client] Nurse
	jid: nurse@chapel.lit/kitchen
-----
Montague sends:
	<db:result from='montague.lit' to='capulet.lit'>k</db:result>
	<db:result from='verona.lit' to='capulet.lit'>k</db:result>
Montague receives in any order:
	<db:result from='capulet.lit' to='montague.lit' type='valid'/>
	<db:result from='capulet.lit' to='verona.lit' type='valid'/>
Montague sends:
	<message from='romeo@montague.lit' to='juliet@capulet.lit/balcony' type='chat'><body>one</body></message>
	<message from='mercutio@verona.lit' to='juliet@capulet.lit/balcony' type='chat'><body>two</body></message>
Juliet receives:
	<message from='romeo@montague.lit' type='chat'><body>one</body></message>
	<message from='mercutio@verona.lit' type='chat'><body>two</body></message>
Montague sends:
	<message from='lawrence@mantua.lit' to='juliet@capulet.lit/balcony' type='chat'><body>three</body></message>
Montague receives stream error: invalid-from
