# XEP-0045 §10.1: what Movim makes of a channel
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
-----
# It asks first what is there, enters, and is the owner of a room that nobody else sees.
Romeo sends:
	<iq type='get' id='what' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
Romeo receives:
	<iq type='error' id='what' from='garden@conference.example.org'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
Romeo sends:
	<presence to='garden@conference.example.org/Romeo'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Romeo receives:
	<presence from='garden@conference.example.org/Romeo'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='owner' role='moderator' jid='romeo@example.org/orchard'/><status code='110'/><status code='201'/></x></presence>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
Romeo sends:
	<iq type='set' id='submit' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'>
		<field var='FORM_TYPE' type='hidden'><value>http://jabber.org/protocol/muc#roomconfig</value></field>
		<field var='muc#roomconfig_roomname'><value>The square</value></field>
		<field var='muc#roomconfig_persistentroom'><value>true</value></field>
		<field var='muc#roomconfig_changesubject'><value>false</value></field>
		<field var='muc#roomconfig_membersonly'><value>false</value></field>
		<field var='muc#roomconfig_whois'><value>moderators</value></field>
		<field var='muc#roomconfig_publicroom'><value>true</value></field></x></query></iq>
Romeo receives:
	<iq type='result' id='submit' from='garden@conference.example.org'/>
# What it looks for to show the room as what it was meant to be.
Romeo sends:
	<iq type='get' id='info' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
Romeo receives:
	<iq type='result' id='info' from='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/disco#info' scansion:strict='false'>
		<feature var='muc_persistent'/><feature var='muc_public'/><feature var='muc_open'/><feature var='muc_semianonymous'/><feature var='muc_unsecured'/><feature var='muc_unmoderated'/><feature var='http://jabber.org/protocol/muc#stable_id'/><feature var='urn:xmpp:mam:2'/><feature var='urn:xmpp:occupant-id:0'/><feature var='vcard-temp'/><feature var='muc_membersonly' scansion:absent='true'/>
		<x xmlns='jabber:x:data' type='result' scansion:strict='false'>
			<field var='FORM_TYPE' type='hidden'><value>http://jabber.org/protocol/muc#roominfo</value></field>
			<field var='muc#roomconfig_roomname' type='{scansion:any}' label='{scansion:any}'><value>The square</value></field></x></query></iq>
Juliet sends:
	<presence to='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Juliet receives:
	<presence from='garden@conference.example.org/Romeo'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='owner' role='moderator'/></x></presence>
	<presence from='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant' jid='juliet@example.org/balcony'/><status code='110'/></x></presence>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
Romeo receives:
	<presence from='garden@conference.example.org/Juliet'/>
