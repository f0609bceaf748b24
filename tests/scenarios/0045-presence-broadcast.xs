# XEP-0045 §7.2.2, §7.7: nobody is told of those whose role the room does not tell of, until it does
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
		<field var='muc#roomconfig_moderatedroom'><value>1</value></field>
		<field var='muc#roomconfig_presencebroadcast'><value>moderator</value><value>participant</value></field></x></query></iq>
Romeo receives:
	<iq type='result' id='c1' from='garden@conference.example.org'/>
Juliet sends:
	<presence to='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Juliet receives:
	<presence from='garden@conference.example.org/Romeo'/>
	<presence from='garden@conference.example.org/Juliet'>
		<x xmlns='http://jabber.org/protocol/muc#user' scansion:strict='false'><item affiliation='none' role='visitor' scansion:strict='false'/><status code='110'/></x></presence>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
Nurse sends:
	<presence to='garden@conference.example.org/Nurse'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Nurse receives:
	<presence from='garden@conference.example.org/Romeo'/>
	<presence from='garden@conference.example.org/Nurse'/>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
Nurse sends:
	<presence to='garden@conference.example.org/Nurse'><show>away</show></presence>
	<presence to='garden@conference.example.org/Angelica'/>
Nurse receives:
	<presence from='garden@conference.example.org/Nurse'><show>away</show></presence>
	<presence from='garden@conference.example.org/Nurse' type='unavailable'>
		<x xmlns='http://jabber.org/protocol/muc#user' scansion:strict='false'><status code='303'/><status code='110'/></x></presence>
	<presence from='garden@conference.example.org/Angelica'/>
Romeo receives: nothing
# Whoever there is is told of: they come.
Romeo sends:
	<iq type='set' id='c2' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'>
		<field var='muc#roomconfig_presencebroadcast'><value>moderator</value><value>participant</value><value>visitor</value></field></x></query></iq>
Romeo receives in any order:
	<iq type='result' id='c2' from='garden@conference.example.org'/>
	<message type='groupchat' from='garden@conference.example.org'/>
	<presence from='garden@conference.example.org/Juliet'/>
	<presence from='garden@conference.example.org/Angelica'/>
Juliet receives in any order:
	<presence from='garden@conference.example.org/Angelica'/>
	<message type='groupchat' from='garden@conference.example.org'/>
Nurse receives in any order:
	<presence from='garden@conference.example.org/Juliet'/>
	<message type='groupchat' from='garden@conference.example.org'/>
# And of moderators alone: they go.
Romeo sends:
	<iq type='set' id='c3' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'>
		<field var='muc#roomconfig_presencebroadcast'><value>moderator</value></field></x></query></iq>
Romeo receives in any order:
	<iq type='result' id='c3' from='garden@conference.example.org'/>
	<message type='groupchat' from='garden@conference.example.org'/>
	<presence from='garden@conference.example.org/Juliet' type='unavailable'>
		<x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='none' jid='juliet@example.org/balcony'/></x></presence>
	<presence from='garden@conference.example.org/Angelica' type='unavailable'/>
Juliet receives in any order:
	<message type='groupchat' from='garden@conference.example.org'/>
	<presence from='garden@conference.example.org/Angelica' type='unavailable'>
		<x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='none'/></x></presence>
Nurse receives in any order:
	<presence from='garden@conference.example.org/Juliet' type='unavailable'/>
	<message type='groupchat' from='garden@conference.example.org'/>
Nurse sends:
	<presence to='garden@conference.example.org/Angelica' type='unavailable'/>
Nurse receives:
	<presence from='garden@conference.example.org/Angelica' type='unavailable'/>
Juliet receives: nothing
