# XEP-0045 §5.1, §10.1.3: who gets a role that everybody is told of comes, who loses it goes; nobody is told more of those who are not shown
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
	<iq type='set' id='c' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#roomconfig</value></field><field var='muc#roomconfig_presencebroadcast'><value>moderator</value></field></x></query></iq>
Romeo receives:
	<iq type='result' id='c' from='garden@conference.example.org'/>
Juliet sends:
	<presence to='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Juliet receives:
	<presence from='garden@conference.example.org/Romeo'/>
	<presence from='garden@conference.example.org/Juliet'/>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
Nurse sends:
	<presence to='garden@conference.example.org/Nurse'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Nurse receives:
	<presence from='garden@conference.example.org/Romeo'/>
	<presence from='garden@conference.example.org/Nurse'/>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
Romeo receives: nothing
Romeo sends:
	<iq type='set' id='a1' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item nick='Juliet' role='moderator'/></query></iq>
Romeo receives:
	<iq type='result' id='a1' from='garden@conference.example.org'/>
	<presence from='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc#user' scansion:strict='false'><item affiliation='none' role='moderator' scansion:strict='false' jid='juliet@example.org/balcony'/></x></presence>
Juliet receives:
	<presence from='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc#user' scansion:strict='false'><item affiliation='none' role='moderator' scansion:strict='false'/><status code='110'/></x></presence>
	<presence from='garden@conference.example.org/Romeo'/>
Nurse receives:
	<presence from='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc#user' scansion:strict='false'><item affiliation='none' role='moderator' scansion:strict='false'/></x></presence>
Romeo sends:
	<iq type='set' id='a2' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item nick='Juliet' role='participant'/></query></iq>
Romeo receives:
	<iq type='result' id='a2' from='garden@conference.example.org'/>
	<presence type='unavailable' from='garden@conference.example.org/Juliet'/>
Juliet receives:
	<presence from='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc#user' scansion:strict='false'><item affiliation='none' role='participant' scansion:strict='false'/><status code='110'/></x></presence>
Nurse receives:
	<presence type='unavailable' from='garden@conference.example.org/Juliet'/>
# They speak, and are asked things, as everybody
Nurse sends:
	<message type='groupchat' to='garden@conference.example.org' id='m1'><body>who is there?</body></message>
Romeo receives:
	<message type='groupchat' from='garden@conference.example.org/Nurse' id='m1'><body>who is there?</body></message>
Juliet receives:
	<message type='groupchat' from='garden@conference.example.org/Nurse' id='m1'><body>who is there?</body></message>
Nurse receives:
	<message type='groupchat' from='garden@conference.example.org/Nurse' id='m1'><body>who is there?</body></message>
Juliet sends:
	<iq type='get' id='d' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/disco#items'/></iq>
Juliet receives:
	<iq type='result' id='d' from='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/disco#items'><item jid='garden@conference.example.org/Juliet'/><item jid='garden@conference.example.org/Romeo'/></query></iq>
Romeo sends:
	<iq type='set' id='a3' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item nick='Nurse' role='none'/></query></iq>
Romeo receives:
	<iq type='result' id='a3' from='garden@conference.example.org'/>
Nurse receives:
	<presence type='unavailable' from='garden@conference.example.org/Nurse'><x xmlns='http://jabber.org/protocol/muc#user' scansion:strict='false'><item affiliation='none' role='none' scansion:strict='false'/><status code='307'/><status code='110'/></x></presence>
Juliet receives: nothing
Juliet sends:
	<presence type='unavailable' to='garden@conference.example.org/Juliet'/>
Juliet receives:
	<presence type='unavailable' from='garden@conference.example.org/Juliet'/>
Romeo receives: nothing
