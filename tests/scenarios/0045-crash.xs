# XEP-0045 §7.2.17: after a crash the next thing that an occupant says tells him that he is not in the room
## sockets: servers crash in memory only
[Client] Romeo
	jid: romeo@example.org/orchard
-----
Romeo sends:
	<presence to='garden@conference.example.org/Romeo'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Romeo receives:
	<presence from='garden@conference.example.org/Romeo'/>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
Romeo sends:
	<iq type='set' id='c1' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'>
		<field var='muc#roomconfig_persistentroom'><value>1</value></field></x></query></iq>
Romeo receives:
	<iq type='result' id='c1' from='garden@conference.example.org'/>
# Who crashes says nothing: the next thing that an occupant says tells him.
crash example.org
Romeo connects
Romeo sends:
	<presence to='garden@conference.example.org/Romeo'><show>away</show></presence>
	<message to='garden@conference.example.org' type='groupchat' id='m2'><body>Still there?</body></message>
Romeo receives:
	<presence type='unavailable' from='garden@conference.example.org/Romeo'>
		<x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='none'><reason>You are not in the room.</reason></item>
			<status code='110'/><status code='307'/><status code='333'/></x></presence>
	<message type='error' from='garden@conference.example.org' id='m2'><error type='modify'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
