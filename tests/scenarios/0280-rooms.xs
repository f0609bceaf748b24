# XEP-0280 §6.1: private messages of a room are copied when sent, to those who are in the room, and never when received; invitations always are
## prosody: it copies to devices outside the room, too
[Client] Occupant
	jid: mercutio@example.org/room
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Phone
	jid: romeo@example.org/phone
[Client] Tablet
	jid: romeo@example.org/tablet
-----
Phone sends:
	<iq type='set' id='c1'><enable xmlns='urn:xmpp:carbons:2'/></iq>
	<presence to='mercutio@example.org/room'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Phone receives:
	<iq type='result' id='c1'/>
Occupant receives:
	<presence from='romeo@example.org/phone'/>
Tablet sends:
	<iq type='set' id='c1'><enable xmlns='urn:xmpp:carbons:2'/></iq>
Tablet receives:
	<iq type='result' id='c1'/>
Romeo sends:
	<message to='mercutio@example.org/room' id='m1' type='chat'><body>psst</body><x xmlns='http://jabber.org/protocol/muc#user'/></message>
Occupant receives:
	<message id='m1' type='chat'><body>psst</body></message>
Phone receives:
	<message from='romeo@example.org' type='chat'><sent xmlns='urn:xmpp:carbons:2'><forwarded xmlns='urn:xmpp:forward:0'><message xmlns='jabber:client' id='m1' type='chat'/></forwarded></sent></message>
Tablet receives: nothing
Occupant sends:
	<message to='romeo@example.org/orchard' id='m2' type='chat'><body>what?</body><x xmlns='http://jabber.org/protocol/muc#user'/></message>
	<message to='romeo@example.org/orchard' id='m3'><x xmlns='http://jabber.org/protocol/muc#user'><invite from='juliet@example.org'/></x></message>
Romeo receives:
	<message id='m2' type='chat'/>
	<message id='m3'/>
Phone receives:
	<message from='romeo@example.org'><received xmlns='urn:xmpp:carbons:2'><forwarded xmlns='urn:xmpp:forward:0'><message xmlns='jabber:client' id='m3'/></forwarded></received></message>
Tablet receives:
	<message from='romeo@example.org'><received xmlns='urn:xmpp:carbons:2'><forwarded xmlns='urn:xmpp:forward:0'><message xmlns='jabber:client' id='m3'/></forwarded></received></message>
Phone disconnects
Occupant receives:
	<presence from='romeo@example.org/phone' type='unavailable'/>
