# XEP-0045 §7.2.5 to §7.2.12: who does not get in is told why, and by whom
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
[Client] Nurse
	jid: nurse@example.org/house
-----
Romeo sends:
	<presence to='garden@conference.example.org/Romeo'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Romeo receives:
	<presence from='garden@conference.example.org/Romeo'/>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
Romeo sends:
	<iq type='set' id='c1' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'>
		<field var='muc#roomconfig_passwordprotectedroom'><value>1</value></field><field var='muc#roomconfig_roomsecret'><value>rose</value></field></x></query></iq>
Romeo receives:
	<iq type='result' id='c1' from='garden@conference.example.org'/>
# §7.2.5
Juliet sends:
	<presence id='p1' to='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc'/></presence>
	<presence id='p2' to='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc'><password>Rose</password></x></presence>
Juliet receives:
	<presence id='p1' type='error' from='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc'/>
		<error type='auth' by='garden@conference.example.org'><not-authorized xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
	<presence id='p2' type='error' from='garden@conference.example.org/Juliet'>
		<error type='auth' by='garden@conference.example.org'><not-authorized xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
# §7.2.8: the nickname is another's
Juliet sends:
	<presence id='p3' to='garden@conference.example.org/Romeo'><x xmlns='http://jabber.org/protocol/muc'><password>rose</password></x></presence>
Juliet receives:
	<presence id='p3' type='error' from='garden@conference.example.org/Romeo'><x xmlns='http://jabber.org/protocol/muc'/>
		<error type='cancel' by='garden@conference.example.org'><conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
# §17.1: nobody sees it
Juliet sends:
	<presence id='p4' to='garden@conference.example.org/  '><x xmlns='http://jabber.org/protocol/muc'><password>rose</password></x></presence>
Juliet receives:
	<presence id='p4' type='error'><error type='modify'><jid-malformed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
# §7.2.6, §7.2.9
Romeo sends:
	<iq type='set' id='c2' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'>
		<field var='muc#roomconfig_passwordprotectedroom'><value>0</value></field><field var='muc#roomconfig_membersonly'><value>1</value></field></x></query></iq>
Romeo receives in any order:
	<iq type='result' id='c2' from='garden@conference.example.org'/>
	<message type='groupchat' from='garden@conference.example.org'/>
Juliet sends:
	<presence id='p5' to='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Juliet receives:
	<presence id='p5' type='error' from='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc'/>
		<error type='auth' by='garden@conference.example.org'><registration-required xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
# §7.2.9: full
Romeo sends:
	<iq type='set' id='c3' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'>
		<field var='muc#roomconfig_membersonly'><value>0</value></field><field var='muc#roomconfig_maxusers'><value>2</value></field></x></query></iq>
Romeo receives in any order:
	<iq type='result' id='c3' from='garden@conference.example.org'/>
	<message type='groupchat' from='garden@conference.example.org'/>
Juliet sends:
	<presence to='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Juliet receives:
	<presence from='garden@conference.example.org/Romeo'/>
	<presence from='garden@conference.example.org/Juliet'/>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
Romeo receives:
	<presence from='garden@conference.example.org/Juliet'/>
Nurse sends:
	<presence id='p6' to='garden@conference.example.org/Nurse'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Nurse receives:
	<presence id='p6' type='error' from='garden@conference.example.org/Nurse'><x xmlns='http://jabber.org/protocol/muc'/>
		<error type='wait' by='garden@conference.example.org'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
