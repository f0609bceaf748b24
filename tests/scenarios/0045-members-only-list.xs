# XEP-0045 §9.4, §9.5: in a room for members only, who is added is invited, and who is removed is out
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
[Client] Nurse
	jid: nurse@example.org/kitchen
[Client] Tybalt
	jid: tybalt@example.org/street
-----
Juliet sends:
	<presence/>
Juliet receives:
	<presence from='juliet@example.org/balcony'/>
Nurse sends:
	<presence/>
Nurse receives:
	<presence from='nurse@example.org/kitchen'/>
Romeo sends:
	<presence to='garden@conference.example.org/Romeo'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Romeo receives:
	<presence from='garden@conference.example.org/Romeo'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='owner' role='moderator' jid='romeo@example.org/orchard'/><status code='110'/><status code='201'/></x></presence>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
Romeo sends:
	<iq type='set' id='c' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#roomconfig</value></field><field var='muc#roomconfig_whois'><value>anyone</value></field><field var='muc#roomconfig_membersonly'><value>1</value></field><field var='muc#roomconfig_passwordprotectedroom'><value>1</value></field><field var='muc#roomconfig_roomsecret'><value>cauldronburn</value></field></x></query></iq>
Romeo receives:
	<iq type='result' id='c' from='garden@conference.example.org'/>
Romeo sends:
	<iq type='set' id='a1' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='member' jid='juliet@example.org'><reason>Come</reason></item></query></iq>
Romeo receives:
	<iq type='result' id='a1' from='garden@conference.example.org'/>
	<message from='garden@conference.example.org'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='member' role='none' jid='juliet@example.org'><reason>Come</reason></item></x></message>
Juliet receives:
	<message from='garden@conference.example.org'><x xmlns='http://jabber.org/protocol/muc#user'><invite from='romeo@example.org'><reason>Come</reason></invite><password>cauldronburn</password></x></message>
Tybalt sends:
	<presence to='garden@conference.example.org/Tybalt' id='e2'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Tybalt receives:
	<presence type='error' from='garden@conference.example.org/Tybalt' id='e2'><error type='auth' by='garden@conference.example.org'><registration-required xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
Juliet sends:
	<presence to='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc'><password>cauldronburn</password></x></presence>
Juliet receives:
	<presence from='garden@conference.example.org/Romeo'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='owner' role='moderator' jid='romeo@example.org/orchard'/></x></presence>
	<presence from='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='member' role='participant' jid='juliet@example.org/balcony'/><status code='110'/><status code='100'/></x></presence>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
Romeo receives:
	<presence from='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='member' role='participant' jid='juliet@example.org/balcony'/></x></presence>
# §9.5: members read the list of a non-anonymous room, there or not; others do not
Juliet sends:
	<iq type='get' id='a3' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='member'/></query></iq>
Juliet receives:
	<iq type='result' id='a3' from='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='member' jid='juliet@example.org' nick='Juliet'/></query></iq>
Juliet sends:
	<iq type='get' id='a4' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='owner'/></query></iq>
Juliet receives:
	<iq type='result' id='a4' from='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='owner' jid='romeo@example.org' nick='Romeo'/></query></iq>
Tybalt sends:
	<iq type='get' id='a5' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='member'/></query></iq>
Tybalt receives:
	<iq type='error' id='a5' from='garden@conference.example.org'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
Juliet sends:
	<iq type='get' id='a6' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='outcast'/></query></iq>
Juliet receives:
	<iq type='error' id='a6' from='garden@conference.example.org'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
Romeo sends:
	<iq type='set' id='a7' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='member' jid='nurse@example.org'/></query></iq>
Romeo receives:
	<iq type='result' id='a7' from='garden@conference.example.org'/>
	<message from='garden@conference.example.org'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='member' role='none' jid='nurse@example.org'/></x></message>
Juliet receives:
	<message from='garden@conference.example.org'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='member' role='none' jid='nurse@example.org'/></x></message>
Nurse receives:
	<message from='garden@conference.example.org'><x xmlns='http://jabber.org/protocol/muc#user'><invite from='romeo@example.org'/><password>cauldronburn</password></x></message>
Nurse sends:
	<iq type='get' id='a8' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='member'/></query></iq>
Nurse receives:
	<iq type='result' id='a8' from='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='member' jid='juliet@example.org' nick='Juliet'/><item affiliation='member' jid='nurse@example.org'/></query></iq>
Romeo sends:
	<iq type='set' id='a9' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='none' jid='juliet@example.org'/></query></iq>
Romeo receives:
	<iq type='result' id='a9' from='garden@conference.example.org'/>
	<presence from='garden@conference.example.org/Juliet' type='unavailable'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='none' jid='juliet@example.org/balcony'><actor nick='Romeo'/></item><status code='321'/></x></presence>
Juliet receives:
	<presence from='garden@conference.example.org/Juliet' type='unavailable'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='none' jid='juliet@example.org/balcony'><actor nick='Romeo'/></item><status code='110'/><status code='321'/></x></presence>
Juliet sends:
	<presence to='garden@conference.example.org/Juliet' id='e10'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Juliet receives:
	<presence type='error' from='garden@conference.example.org/Juliet' id='e10'><error type='auth' by='garden@conference.example.org'><registration-required xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
