# XEP-0045 §10.1: what Movim makes of a group chat: a form that it has not asked for, with true and false
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
		<field var='muc#roomconfig_roomname'><value>The plot</value></field>
		<field var='muc#roomconfig_persistentroom'><value>true</value></field>
		<field var='muc#roomconfig_changesubject'><value>false</value></field>
		<field var='muc#roomconfig_membersonly'><value>true</value></field>
		<field var='muc#roomconfig_whois'><value>anyone</value></field>
		<field var='muc#roomconfig_publicroom'><value>false</value></field></x></query></iq>
Romeo receives:
	<iq type='result' id='submit' from='garden@conference.example.org'/>
# What it looks for to show the room as what it was meant to be.
Romeo sends:
	<iq type='get' id='info' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
Romeo receives:
	<iq type='result' id='info' from='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/disco#info' scansion:strict='false'>
		<feature var='muc_persistent'/><feature var='muc_hidden'/><feature var='muc_membersonly'/><feature var='muc_nonanonymous'/><feature var='muc_unsecured'/><feature var='muc_unmoderated'/><feature var='http://jabber.org/protocol/muc#stable_id'/><feature var='urn:xmpp:mam:2'/><feature var='urn:xmpp:occupant-id:0'/><feature var='vcard-temp'/><feature var='muc_open' scansion:absent='true'/>
		<x xmlns='jabber:x:data' type='result' scansion:strict='false'>
			<field var='FORM_TYPE' type='hidden'><value>http://jabber.org/protocol/muc#roominfo</value></field>
			<field var='muc#roomconfig_roomname' type='{scansion:any}' label='{scansion:any}'><value>The plot</value></field></x></query></iq>
# Nobody enters unasked.
Juliet sends:
	<presence to='garden@conference.example.org/Juliet' id='in'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Juliet receives:
	<presence type='error' id='in' from='garden@conference.example.org/Juliet'><error type='auth'><registration-required xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
# Who is made a member enters, and sees who is there.
Romeo sends:
	<iq type='set' id='member' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='member' jid='juliet@example.org'/></query></iq>
Romeo receives in any order:
	<iq type='result' id='member' from='garden@conference.example.org'/>
	<message from='garden@conference.example.org'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='member' jid='juliet@example.org' role='none'/></x></message>
Juliet sends:
	<presence to='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Juliet receives:
	<presence from='garden@conference.example.org/Romeo'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='owner' role='moderator' jid='romeo@example.org/orchard'/></x></presence>
	<presence from='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='member' role='participant' jid='juliet@example.org/balcony'/><status code='100'/><status code='110'/></x></presence>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
Romeo receives:
	<presence from='garden@conference.example.org/Juliet'/>
