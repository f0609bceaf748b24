# RFC 6120 §10.3: stanzas of a peer get to the accounts of its host, in the namespace of clients

[Peer] Montague
	domain: montague.lit
	to: capulet.lit

[Client] Juliet
	jid: juliet@capulet.lit/balcony
-----
Juliet sends:
	<presence/>
Juliet receives:
	<presence/>
Montague sends:
	<message from='romeo@montague.lit/orchard' to='juliet@capulet.lit' id='m1' type='chat'><body>Wilt thou leave me?</body></message>
	<iq from='romeo@montague.lit/orchard' to='juliet@capulet.lit/balcony' id='i1' type='get'><query xmlns='jabber:iq:version'/></iq>
Juliet receives:
	<message from='romeo@montague.lit/orchard' to='juliet@capulet.lit' id='m1' type='chat'><body>Wilt thou leave me?</body></message>
	<iq from='romeo@montague.lit/orchard' to='juliet@capulet.lit/balcony' id='i1' type='get'><query xmlns='jabber:iq:version'/></iq>
