# XEP-0045 §10.1.3, §10.2.1: a room is configured; what others must know of a change is said, one code in each message
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
[Client] Nurse
	jid: nurse@example.org/room
-----
Romeo sends:
	<presence to='garden@conference.example.org/Romeo'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Romeo receives:
	<presence from='garden@conference.example.org/Romeo'>
		<x xmlns='http://jabber.org/protocol/muc#user'>
			<item affiliation='owner' role='moderator' jid='romeo@example.org/orchard'/><status code='110'/><status code='201'/></x></presence>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
Romeo sends:
	<iq type='get' id='f' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#owner'/></iq>
Romeo receives:
	<iq type='result' id='f' from='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#owner'>
		<x xmlns='jabber:x:data' type='form' scansion:strict='false'>
			<field var='FORM_TYPE' type='hidden'><value>http://jabber.org/protocol/muc#roomconfig</value></field>
			<field var='muc#roomconfig_roomname' type='text-single' label='Name'><value></value></field>
			<field var='muc#roomconfig_roomdesc' scansion:strict='false'/>
			<field var='muc#roomconfig_lang' scansion:strict='false'/>
			<field var='muc#roomconfig_pubsub' scansion:strict='false'/>
			<field var='muc#roomconfig_persistentroom' scansion:strict='false'><value>0</value></field>
			<field var='muc#roomconfig_publicroom' scansion:strict='false'><value>1</value></field>
			<field var='muc#roomconfig_enablelogging' scansion:strict='false'><value>0</value></field>
			<field var='muc#roomconfig_membersonly' scansion:strict='false'><value>0</value></field>
			<field var='muc#roomconfig_moderatedroom' scansion:strict='false'><value>0</value></field>
			<field var='muc#roomconfig_passwordprotectedroom' scansion:strict='false'><value>0</value></field>
			<field var='muc#roomconfig_roomsecret' type='text-private' scansion:strict='false'/>
			<field var='muc#roomconfig_maxusers' type='list-single' scansion:strict='false'/>
			<field var='muc#roomconfig_whois' type='list-single' scansion:strict='false'><value>moderators</value></field>
			<field var='muc#roomconfig_presencebroadcast' type='list-multi' scansion:strict='false'><value>moderator</value><value>participant</value><value>visitor</value></field>
			<field var='muc#roomconfig_changesubject' scansion:strict='false'/>
			<field var='muc#maxhistoryfetch' scansion:strict='false'/>
			<field var='muc#roomconfig_roomadmins' type='jid-multi' label='Admins'/>
			<field var='muc#roomconfig_roomowners' type='jid-multi' label='Owners'><value>romeo@example.org</value></field>
		</x></query></iq>
Romeo sends:
	<iq type='set' id='blank' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'>
		<field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#roomconfig</value></field>
		<field var='muc#roomconfig_passwordprotectedroom'><value>1</value></field><field var='muc#roomconfig_roomsecret'><value/></field></x></query></iq>
Romeo receives:
	<iq type='error' id='blank' from='garden@conference.example.org'><error type='modify'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
Romeo sends:
	<iq type='set' id='other' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'>
		<field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#request</value></field></x></query></iq>
Romeo receives:
	<iq type='error' id='other' from='garden@conference.example.org'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
Romeo sends:
	<iq type='set' id='c' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'>
		<field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#roomconfig</value></field>
		<field var='muc#roomconfig_roomname'><value>The garden</value></field>
		<field var='something#else'><value>1</value></field></x></query></iq>
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
Juliet sends:
	<iq type='get' id='no' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#owner'/></iq>
Juliet receives:
	<iq type='error' id='no' from='garden@conference.example.org'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
Juliet sends:
	<iq type='set' id='no' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#owner'><destroy/></query></iq>
Juliet receives:
	<iq type='error' id='no' from='garden@conference.example.org'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
# What does not change is not said.
Romeo sends:
	<iq type='set' id='same' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'/></query></iq>
Romeo receives:
	<iq type='result' id='same' from='garden@conference.example.org'/>
Romeo sends:
	<iq type='set' id='log' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'>
		<field var='muc#roomconfig_enablelogging'><value>1</value></field><field var='muc#roomconfig_roomdesc'><value>Roses</value></field>
		<field var='muc#roomconfig_whois'><value>anyone</value></field></x></query></iq>
Romeo receives in any order:
	<iq type='result' id='log' from='garden@conference.example.org'/>
	<message type='groupchat' from='garden@conference.example.org'><x xmlns='http://jabber.org/protocol/muc#user'><status code='170'/></x></message>
	<message type='groupchat' from='garden@conference.example.org'><x xmlns='http://jabber.org/protocol/muc#user'><status code='172'/></x></message>
	<message type='groupchat' from='garden@conference.example.org'><x xmlns='http://jabber.org/protocol/muc#user'><status code='104'/></x></message>
# Now she sees who he is.
Juliet receives:
	<presence from='garden@conference.example.org/Romeo'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='owner' role='moderator' jid='romeo@example.org/orchard'/></x></presence>
	<message type='groupchat' from='garden@conference.example.org'><x xmlns='http://jabber.org/protocol/muc#user'><status code='170'/></x></message>
	<message type='groupchat' from='garden@conference.example.org'><x xmlns='http://jabber.org/protocol/muc#user'><status code='172'/></x></message>
	<message type='groupchat' from='garden@conference.example.org'><x xmlns='http://jabber.org/protocol/muc#user'><status code='104'/></x></message>
Romeo sends:
	<iq type='set' id='back' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'>
		<field var='muc#roomconfig_enablelogging'><value>false</value></field><field var='muc#roomconfig_whois'><value>moderators</value></field></x></query></iq>
Romeo receives in any order:
	<iq type='result' id='back' from='garden@conference.example.org'/>
	<message type='groupchat' from='garden@conference.example.org'><x xmlns='http://jabber.org/protocol/muc#user'><status code='171'/></x></message>
	<message type='groupchat' from='garden@conference.example.org'><x xmlns='http://jabber.org/protocol/muc#user'><status code='173'/></x></message>
Juliet receives:
	<message type='groupchat' from='garden@conference.example.org'><x xmlns='http://jabber.org/protocol/muc#user'><status code='171'/></x></message>
	<message type='groupchat' from='garden@conference.example.org'><x xmlns='http://jabber.org/protocol/muc#user'><status code='173'/></x></message>
Nurse receives: nothing
# §10.2: members only, now; who is none is put out.
Romeo sends:
	<iq type='set' id='closed' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'>
		<field var='muc#roomconfig_membersonly'><value>1</value></field></x></query></iq>
Juliet receives:
	<presence from='garden@conference.example.org/Juliet' type='unavailable'>
		<x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='none' jid='juliet@example.org/balcony'/><status code='110'/><status code='322'/></x></presence>
Romeo receives in any order:
	<iq type='result' id='closed' from='garden@conference.example.org'/>
	<presence from='garden@conference.example.org/Juliet' type='unavailable'>
		<x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='none' jid='juliet@example.org/balcony'/><status code='322'/></x></presence>
	<message type='groupchat' from='garden@conference.example.org'><x xmlns='http://jabber.org/protocol/muc#user'><status code='104'/></x></message>
Juliet sends:
	<presence to='garden@conference.example.org/Juliet' id='in'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Juliet receives:
	<presence type='error' id='in' from='garden@conference.example.org/Juliet'><error type='auth'><registration-required xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
