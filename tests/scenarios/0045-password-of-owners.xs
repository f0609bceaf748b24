# XEP-0045 §7.2.5: everybody says the password, its owner, too; an admin of the host need not
[Server]
	admins: nurse@example.org
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Nurse
	jid: nurse@example.org/house
-----
Romeo sends:
	<presence to='garden@conference.example.org/Romeo'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Romeo receives:
	<presence from='garden@conference.example.org/Romeo'/>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
Romeo sends:
	<iq type='set' id='c' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#roomconfig</value></field><field var='muc#roomconfig_passwordprotectedroom'><value>1</value></field><field var='muc#roomconfig_roomsecret'><value>rose</value></field><field var='muc#roomconfig_persistentroom'><value>1</value></field></x></query></iq>
Romeo receives:
	<iq type='result' id='c' from='garden@conference.example.org'/>
Romeo sends:
	<presence type='unavailable' to='garden@conference.example.org/Romeo'/>
Romeo receives:
	<presence type='unavailable' from='garden@conference.example.org/Romeo'/>
Romeo sends:
	<presence id='p1' to='garden@conference.example.org/Romeo'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Romeo receives:
	<presence type='error' id='p1'><error type='auth'><not-authorized xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
Romeo sends:
	<iq type='get' id='f' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#owner'/></iq>
Romeo receives:
	<iq type='result' id='f' from='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#owner' scansion:strict='false'><x xmlns='jabber:x:data' type='form' scansion:strict='false'><field var='muc#roomconfig_roomsecret' type='text-private' scansion:strict='false'><value>rose</value></field></x></query></iq>
Romeo sends:
	<presence to='garden@conference.example.org/Romeo'><x xmlns='http://jabber.org/protocol/muc'><password>rose</password></x></presence>
Romeo receives:
	<presence from='garden@conference.example.org/Romeo'/>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
Nurse sends:
	<presence to='garden@conference.example.org/Nurse'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Nurse receives:
	<presence from='garden@conference.example.org/Romeo'/>
	<presence from='garden@conference.example.org/Nurse'/>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
Romeo receives:
	<presence from='garden@conference.example.org/Nurse'/>
