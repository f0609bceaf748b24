# XEP-0045 §10.2, §10.4: the lists of owners and admins in the form; an owner is never lost
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
-----
Romeo sends:
	<presence to='garden@conference.example.org/Romeo'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Romeo receives:
	<presence from='garden@conference.example.org/Romeo'/>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
# §10.1.3: the form names additional owners at first.
Romeo sends:
	<iq type='set' id='c' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'>
		<field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#roomconfig</value></field>
		<field var='muc#roomconfig_roomowners'/><field var='muc#roomconfig_roomadmins'/></x></query></iq>
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
Romeo sends:
	<iq type='set' id='none' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'>
		<field var='muc#roomconfig_roomowners'/></x></query></iq>
	<iq type='set' id='bad' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'>
		<field var='muc#roomconfig_roomadmins'><value>@</value></field></x></query></iq>
	<iq type='set' id='adm' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'>
		<field var='muc#roomconfig_roomowners'><value>romeo@example.org</value></field>
		<field var='muc#roomconfig_roomadmins'><value>juliet@example.org</value></field></x></query></iq>
Romeo receives in any order:
	<iq type='error' id='none' from='garden@conference.example.org'><error type='cancel'><conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='error' id='bad' from='garden@conference.example.org'><error type='modify'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='result' id='adm' from='garden@conference.example.org'/>
	<presence from='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc#user' scansion:strict='false'><item affiliation='admin' role='moderator' jid='juliet@example.org/balcony' scansion:strict='false'/></x></presence>
Juliet receives:
	<presence from='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc#user' scansion:strict='false'><item affiliation='admin' role='moderator' jid='juliet@example.org/balcony' scansion:strict='false'/></x></presence>
	<presence from='garden@conference.example.org/Romeo'/>
# He gives the room to her: who is no owner any more is an admin.
Romeo sends:
	<iq type='set' id='own' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'>
		<field var='muc#roomconfig_roomowners'><value>juliet@example.org</value></field><field var='muc#roomconfig_roomadmins'/></x></query></iq>
Romeo receives in any order:
	<iq type='result' id='own' from='garden@conference.example.org'/>
	<presence from='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc#user' scansion:strict='false'><item affiliation='owner' role='moderator' scansion:strict='false'/></x></presence>
	<presence from='garden@conference.example.org/Romeo'><x xmlns='http://jabber.org/protocol/muc#user' scansion:strict='false'><item affiliation='admin' role='moderator' scansion:strict='false'/></x></presence>
Juliet receives in any order:
	<presence from='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc#user' scansion:strict='false'><item affiliation='owner' role='moderator' scansion:strict='false'/></x></presence>
	<presence from='garden@conference.example.org/Romeo'><x xmlns='http://jabber.org/protocol/muc#user' scansion:strict='false'><item affiliation='admin' role='moderator' scansion:strict='false'/></x></presence>
