# XEP-0045 §10.2.1, §7.2.3, §7.2.4: a room becomes non-anonymous, and semi-anonymous again
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
	<iq type='set' id='c' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#roomconfig</value></field></x></query></iq>
Romeo receives:
	<iq type='result' id='c' from='garden@conference.example.org'/>
Juliet sends:
	<presence to='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Juliet receives:
	<presence from='garden@conference.example.org/Romeo'/>
	<presence from='garden@conference.example.org/Juliet'/>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
Romeo receives:
	<presence from='garden@conference.example.org/Juliet'/>
Nurse sends:
	<presence to='garden@conference.example.org/Nurse'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Nurse receives in any order:
	<presence from='garden@conference.example.org/Romeo'/>
	<presence from='garden@conference.example.org/Juliet'/>
	<presence from='garden@conference.example.org/Nurse'/>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
Romeo receives:
	<presence from='garden@conference.example.org/Nurse'/>
Juliet receives:
	<presence from='garden@conference.example.org/Nurse'/>
Romeo sends:
	<iq type='set' id='w1' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#roomconfig</value></field><field var='muc#roomconfig_whois'><value>anyone</value></field></x></query></iq>
Romeo receives in any order:
	<iq type='result' id='w1' from='garden@conference.example.org'/>
	<message type='groupchat' from='garden@conference.example.org'><x xmlns='http://jabber.org/protocol/muc#user'><status code='172'/></x></message>
Juliet receives in any order:
	<presence from='garden@conference.example.org/Romeo'/>
	<presence from='garden@conference.example.org/Nurse'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant' jid='nurse@example.org/house'/></x></presence>
	<message type='groupchat' from='garden@conference.example.org'><x xmlns='http://jabber.org/protocol/muc#user'><status code='172'/></x></message>
Nurse receives in any order:
	<presence from='garden@conference.example.org/Romeo'/>
	<presence from='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant' jid='juliet@example.org/balcony'/></x></presence>
	<message type='groupchat' from='garden@conference.example.org'><x xmlns='http://jabber.org/protocol/muc#user'><status code='172'/></x></message>
Juliet sends:
	<presence to='garden@conference.example.org/Juliet'><show>dnd</show></presence>
Juliet receives:
	<presence from='garden@conference.example.org/Juliet'/>
Romeo receives:
	<presence from='garden@conference.example.org/Juliet'/>
Nurse receives:
	<presence from='garden@conference.example.org/Juliet'><show>dnd</show><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant' jid='juliet@example.org/balcony'/></x></presence>
Romeo sends:
	<iq type='set' id='w2' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#roomconfig</value></field><field var='muc#roomconfig_whois'><value>moderators</value></field></x></query></iq>
Romeo receives in any order:
	<iq type='result' id='w2' from='garden@conference.example.org'/>
	<message type='groupchat' from='garden@conference.example.org'><x xmlns='http://jabber.org/protocol/muc#user'><status code='173'/></x></message>
Juliet receives:
	<message type='groupchat' from='garden@conference.example.org'><x xmlns='http://jabber.org/protocol/muc#user'><status code='173'/></x></message>
Nurse receives:
	<message type='groupchat' from='garden@conference.example.org'><x xmlns='http://jabber.org/protocol/muc#user'><status code='173'/></x></message>
Juliet sends:
	<presence to='garden@conference.example.org/Juliet'><show>xa</show></presence>
Juliet receives:
	<presence from='garden@conference.example.org/Juliet'/>
Romeo receives:
	<presence from='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant' jid='juliet@example.org/balcony'/></x></presence>
Nurse receives:
	<presence from='garden@conference.example.org/Juliet'><show>xa</show><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant'/></x></presence>
Juliet sends:
	<presence to='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Juliet receives in any order:
	<presence from='garden@conference.example.org/Romeo'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='owner' role='moderator'/></x></presence>
	<presence from='garden@conference.example.org/Nurse'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant'/></x></presence>
	<presence from='garden@conference.example.org/Juliet'/>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
Romeo receives:
	<presence from='garden@conference.example.org/Juliet'/>
Nurse receives:
	<presence from='garden@conference.example.org/Juliet'/>
Romeo sends:
	<iq type='set' id='w3' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#roomconfig</value></field><field var='muc#roomconfig_whois'><value>nobody</value></field></x></query></iq>
Romeo receives:
	<iq type='error' id='w3' from='garden@conference.example.org'><error type='modify'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
