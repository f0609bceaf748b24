# XEP-0045 §13.5: names that are kept, rooms of one account, rooms that nobody has configured, rooms that last
[Server]
	admins: nurse@example.org
	option rooms reservedNames: support
	option rooms maxRoomsPerAccount: 1
	option rooms maxUnconfiguredRoomsPerAccount: 2
	option rooms persistentRooms: admins
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Nurse
	jid: nurse@example.org/house
-----
Romeo sends:
	<presence id='r1' to='Support@conference.example.org/Romeo'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Romeo receives:
	<presence type='error' id='r1'><error type='cancel'><not-allowed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
Nurse sends:
	<presence id='r3' to='support@conference.example.org/Nurse'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Nurse receives:
	<presence from='support@conference.example.org/Nurse'/>
	<message type='groupchat' from='support@conference.example.org'><subject></subject></message>
Romeo sends:
	<presence id='g' to='garden@conference.example.org/Romeo'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Romeo receives:
	<presence from='garden@conference.example.org/Romeo'/>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
Romeo sends:
	<presence id='t' to='tomb@conference.example.org/Romeo'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Romeo receives:
	<presence from='tomb@conference.example.org/Romeo'/>
	<message type='groupchat' from='tomb@conference.example.org'><subject></subject></message>
# Two wait: no third one before one of them is configured, or given up
Romeo sends:
	<presence id='u1' to='cell@conference.example.org/Romeo'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Romeo receives:
	<presence type='error' id='u1'><error type='wait'><resource-constraint xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
Romeo sends:
	<presence type='unavailable' to='tomb@conference.example.org/Romeo'/>
Romeo receives:
	<presence type='unavailable' from='tomb@conference.example.org/Romeo'/>
	<presence type='unavailable' from='tomb@conference.example.org'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='none'/><destroy/></x></presence>
Romeo sends:
	<presence id='u2' to='cell@conference.example.org/Romeo'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Romeo receives:
	<presence from='cell@conference.example.org/Romeo'/>
	<message type='groupchat' from='cell@conference.example.org'><subject></subject></message>
Romeo sends:
	<iq type='set' id='c1' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#roomconfig</value></field><field var='muc#roomconfig_persistentroom'><value>1</value></field></x></query></iq>
	<iq type='set' id='c2' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#roomconfig</value></field></x></query></iq>
Romeo receives:
	<iq type='error' id='c1' from='garden@conference.example.org'><error type='modify'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='result' id='c2' from='garden@conference.example.org'/>
# One is his
Romeo sends:
	<presence id='v1' to='vault@conference.example.org/Romeo'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Romeo receives:
	<presence type='error' id='v1'><error type='wait'><resource-constraint xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
Nurse sends:
	<presence id='k' to='kitchen@conference.example.org/Nurse'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Nurse receives:
	<presence from='kitchen@conference.example.org/Nurse'/>
	<message type='groupchat' from='kitchen@conference.example.org'><subject></subject></message>
