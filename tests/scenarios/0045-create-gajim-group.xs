# XEP-0045 §10.1: what Gajim makes of a private group chat
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
	<iq type='get' id='form' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#owner'/></iq>
Romeo receives:
	<iq type='result' id='form' from='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#owner'>
		<x xmlns='jabber:x:data' type='form' scansion:strict='false'>
			<field var='FORM_TYPE' type='hidden'><value>http://jabber.org/protocol/muc#roomconfig</value></field>
			<field var='muc#roomconfig_roomname' scansion:strict='false'/>
			<field var='muc#roomconfig_roomdesc' scansion:strict='false'/>
			<field var='muc#roomconfig_publicroom' scansion:strict='false'/>
			<field var='muc#roomconfig_membersonly' scansion:strict='false'/>
			<field var='muc#roomconfig_whois' scansion:strict='false'/>
			<field var='muc#roomconfig_changesubject' scansion:strict='false'/>
			<field var='muc#roomconfig_allowinvites' scansion:strict='false'/>
			<field var='muc#roomconfig_allowpm' scansion:strict='false'/>
			<field var='muc#roomconfig_enablearchiving' scansion:strict='false'/>
			<field var='muc#roomconfig_persistentroom' scansion:strict='false'/>
		</x></query></iq>
Romeo sends:
	<iq type='set' id='submit' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'>
		<field var='FORM_TYPE' type='hidden'><value>http://jabber.org/protocol/muc#roomconfig</value></field>
		<field var='muc#roomconfig_roomname' type='text-single'><value>The house</value></field>
		<field var='muc#roomconfig_roomdesc' type='text-single'><value>of Capulet</value></field>
		<field var='muc#roomconfig_persistentroom' type='boolean'><value>1</value></field>
		<field var='muc#roomconfig_publicroom' type='boolean'><value>0</value></field>
		<field var='muc#roomconfig_membersonly' type='boolean'><value>1</value></field>
		<field var='muc#roomconfig_whois' type='list-single'><value>anyone</value></field>
		<field var='muc#roomconfig_changesubject' type='boolean'><value>1</value></field>
		<field var='muc#roomconfig_allowinvites' type='boolean'><value>1</value></field>
		<field var='{http://prosody.im/protocol/muc}roomconfig_allowmemberinvites' type='boolean'><value>0</value></field>
		<field var='muc#roomconfig_allowpm' type='list-single'><value>anyone</value></field>
		<field var='muc#roomconfig_enablelogging' type='boolean'><value>0</value></field>
		<field var='muc#roomconfig_moderatedroom' type='boolean'><value>0</value></field>
		<field var='muc#roomconfig_passwordprotectedroom' type='boolean'><value>0</value></field>
		<field var='muc#roomconfig_roomsecret' type='text-private'><value></value></field>
		<field var='muc#roomconfig_enablearchiving' type='boolean'><value>1</value></field>
		<field var='muc#roomconfig_maxusers' type='list-single'><value>none</value></field>
		<field var='muc#roomconfig_lang' type='text-single'><value></value></field>
		<field var='muc#roomconfig_presencebroadcast' type='list-multi'><value>moderator</value><value>participant</value><value>visitor</value></field>
		<field var='muc#roomconfig_roomowners' type='jid-multi'><value>romeo@example.org</value></field></x></query></iq>
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
			<field var='muc#roomconfig_roomname' type='{scansion:any}' label='{scansion:any}'><value>The house</value></field>
			<field var='muc#roominfo_description' type='{scansion:any}' label='{scansion:any}'><value>of Capulet</value></field>
			<field var='muc#roominfo_subjectmod' type='boolean'><value>1</value></field></x></query></iq>
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
