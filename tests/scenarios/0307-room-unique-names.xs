# XEP-0307: the service makes up names of rooms
[Client] Romeo
	jid: romeo@example.org/orchard
-----
Romeo sends:
	<iq type='get' id='1' to='conference.example.org'><unique xmlns='http://jabber.org/protocol/muc#unique'/></iq>
Romeo receives:
	<iq type='result' id='1' from='conference.example.org'><unique xmlns='http://jabber.org/protocol/muc#unique'>{capture:name}</unique></iq>
Romeo sends:
	<presence to='${name}@conference.example.org/R'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Romeo receives:
	<presence from='${name}@conference.example.org/R'>
		<x xmlns='http://jabber.org/protocol/muc#user' scansion:strict='false'><status code='201'/></x></presence>
	<message type='groupchat' from='${name}@conference.example.org'/>
Romeo sends:
	<iq type='get' id='2' to='conference.example.org'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
Romeo receives:
	<iq type='result' id='2'><query xmlns='http://jabber.org/protocol/disco#info' scansion:strict='false'><feature var='http://jabber.org/protocol/muc#unique'/></query></iq>
