# XEP-0288 §2: the same with dialback; the peer may ask about keys there, and is told where further pairs have no place

[Peer] Montague
	domain: montague.lit
	to: capulet.lit
	bidi: on
	accepts by: dialback

[Client] Juliet
	jid: juliet@capulet.lit/balcony
-----
Juliet sends:
	<message to='romeo@montague.lit' type='chat' id='1'><body>one</body></message>
Montague accepts
Montague receives:
	<message from='juliet@capulet.lit/balcony' to='romeo@montague.lit' type='chat' id='1'><body>one</body></message>
Montague sends:
	<db:verify from='montague.lit' to='capulet.lit' id='1'>k</db:verify>
	<db:result from='verona.lit' to='capulet.lit'>k</db:result>
Montague receives:
	<db:verify from='capulet.lit' to='montague.lit' id='1' type='invalid'/>
	<db:result from='capulet.lit' to='verona.lit' type='error'><error type='cancel'><resource-constraint xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></db:result>
Montague sends:
	<message from='romeo@montague.lit/orchard' to='juliet@capulet.lit/balcony' type='chat'><body>back</body></message>
Juliet receives:
	<message from='romeo@montague.lit/orchard' type='chat'><body>back</body></message>
