# XEP-0045 §7.2.13, §10.1.1: only admins make rooms
[Server]
	admins: nurse@example.org
	option rooms creation: admins
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Nurse
	jid: nurse@example.org/house
-----
Romeo sends:
	<presence id='p1' to='garden@conference.example.org/Romeo'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Romeo receives:
	<presence type='error' id='p1' from='garden@conference.example.org/Romeo'><x xmlns='http://jabber.org/protocol/muc'/><error type='cancel' by='garden@conference.example.org'><not-allowed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
Nurse sends:
	<presence to='garden@conference.example.org/Nurse'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Nurse receives:
	<presence from='garden@conference.example.org/Nurse'/>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
Nurse sends:
	<iq type='set' id='c' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#roomconfig</value></field></x></query></iq>
Nurse receives:
	<iq type='result' id='c' from='garden@conference.example.org'/>
# Who may not make one enters one that is there
Romeo sends:
	<presence to='garden@conference.example.org/Romeo'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Romeo receives:
	<presence from='garden@conference.example.org/Nurse'/>
	<presence from='garden@conference.example.org/Romeo'/>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
Nurse receives:
	<presence from='garden@conference.example.org/Romeo'/>
