# XEP-0352: in a room what mentions the user comes at once, the rest within a minute; one's own presence there never waits
## prosody: it has its own classes
[Client] Room
	jid: coven@example.org/firstwitch
[Client] Me there
	jid: coven@example.org/Mac
[Client] Phone
	jid: romeo@example.org/phone
-----
Phone sends:
	<inactive xmlns='urn:xmpp:csi:0'/>
	<presence to='coven@example.org/Mac'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Me there receives:
	<presence from='romeo@example.org/phone'/>
Room sends:
	<presence to='romeo@example.org/phone'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='member' role='participant'/></x></presence>
Phone receives: nothing
Me there sends:
	<presence to='romeo@example.org/phone'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='member' role='participant'/><status code='110'/></x></presence>
Phone receives:
	<presence from='coven@example.org/firstwitch'/>
	<presence from='coven@example.org/Mac'/>
Room sends:
	<message to='romeo@example.org/phone' id='m1' type='groupchat'><body>when shall we meet again?</body></message>
	<message to='romeo@example.org/phone' id='m2' type='groupchat'><composing xmlns='http://jabber.org/protocol/chatstates'/></message>
Phone receives: nothing
Room sends:
	<message to='romeo@example.org/phone' id='m3' type='groupchat'><body>All hail, mac!</body></message>
Phone receives:
	<message id='m1' type='groupchat'/>
	<message id='m3' type='groupchat'/>
Room sends:
	<message to='romeo@example.org/phone' id='m4' type='groupchat'><body>ask romeo@example.org</body></message>
Phone receives:
	<message id='m4' type='groupchat'/>
Room sends:
	<message to='romeo@example.org/phone' id='m5' type='groupchat'><body>the machine, he says</body></message>
after 59s
Phone receives: nothing
after 2s
Phone receives:
	<message id='m5' type='groupchat'/>
# Received: as another one, after a nickname change that the room says
Room sends:
	<presence to='romeo@example.org/phone'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='member' role='participant'/><status code='110'/></x></presence>
Phone receives:
	<presence from='coven@example.org/firstwitch'/>
Me there sends:
	<message to='romeo@example.org/phone' id='m6' type='groupchat'><body>Mac?</body></message>
Phone receives: nothing
Me there sends:
	<message to='romeo@example.org/phone' id='m7' type='groupchat'><body>firstwitch?</body></message>
Phone receives:
	<message id='m6' type='groupchat'/>
	<message id='m7' type='groupchat'/>
Phone disconnects
Me there receives:
	<presence from='romeo@example.org/phone' type='unavailable'/>
