# XEP-0045 §6.3, XEP-0317, XEP-0486: a room that lasts is listed, with its hats and its picture, when the server comes back
## sockets: stops the server
## direct: stops the server
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
-----
Romeo sends:
	<presence to='garden@conference.example.org/R'><x xmlns='http://jabber.org/protocol/muc'/></presence>
	<iq type='set' id='c' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'>
		<field var='muc#roomconfig_roomname'><value>The Garden</value></field><field var='muc#roomconfig_persistentroom'><value>1</value></field></x></query></iq>
	<presence to='alcove@conference.example.org/R'><x xmlns='http://jabber.org/protocol/muc'/></presence>
	<iq type='set' id='d' to='alcove@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'/></query></iq>
	<iq type='set' id='v' to='garden@conference.example.org'><vCard xmlns='vcard-temp'><PHOTO><TYPE>image/png</TYPE><BINVAL>aGVsbG8=</BINVAL></PHOTO></vCard></iq>
	<iq type='set' id='h' to='garden@conference.example.org'><command xmlns='http://jabber.org/protocol/commands' node='urn:xmpp:hats:commands:create'>
		<x xmlns='jabber:x:data' type='submit'><field var='hats#title'><value>Poet</value></field><field var='hats#uri'><value>urn:hats:poet</value></field></x></command></iq>
	<iq type='set' id='i' to='garden@conference.example.org'><command xmlns='http://jabber.org/protocol/commands' node='urn:xmpp:hats:commands:assign'>
		<x xmlns='jabber:x:data' type='submit'><field var='hats#jid'><value>juliet@example.org</value></field><field var='hats#uri'><value>urn:hats:poet</value></field></x></command></iq>
Romeo receives in any order:
	<presence from='garden@conference.example.org/R'/>
	<message type='groupchat' from='garden@conference.example.org'><subject/></message>
	<iq type='result' id='c'/>
	<presence from='alcove@conference.example.org/R'/>
	<message type='groupchat' from='alcove@conference.example.org'><subject/></message>
	<iq type='result' id='d'/>
	<iq type='result' id='v'/>
	<message type='groupchat' from='garden@conference.example.org'><x xmlns='http://jabber.org/protocol/muc#user'><status code='104'/></x></message>
	<iq type='result' id='h'/>
	<message type='groupchat' from='garden@conference.example.org'><x xmlns='http://jabber.org/protocol/muc#user'><status code='104'/></x></message>
	<iq type='result' id='i'/>
crash example.org
Romeo is disconnected
Juliet connects
Juliet sends:
	<iq type='get' id='1' to='conference.example.org'><query xmlns='http://jabber.org/protocol/disco#items'/></iq>
Juliet receives:
	<iq type='result' id='1'><query xmlns='http://jabber.org/protocol/disco#items'><item jid='garden@conference.example.org' name='The Garden'/></query></iq>
Juliet sends:
	<iq type='get' id='2' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
Juliet receives:
	<iq type='result' id='2'><query xmlns='http://jabber.org/protocol/disco#info' scansion:strict='false'><x xmlns='jabber:x:data' type='result' scansion:strict='false'>
		<field var='muc#roominfo_avatarhash' type='text-multi' label='{scansion:any}'><value>aaf4c61ddcc5e8a2dabede0f3b482cd9aea9434d</value></field></x></query></iq>
Juliet sends:
	<presence to='garden@conference.example.org/J'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Juliet receives:
	<presence from='garden@conference.example.org/J'><hats xmlns='urn:xmpp:hats:0'><hat title='Poet' uri='urn:hats:poet'/></hats></presence>
	<message type='groupchat' from='garden@conference.example.org'><subject/></message>
