# XEP-0045 §7.8.2: a private group as phone clients make it; invitations make members; who may invite; a refusal
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
[Client] Nurse
	jid: nurse@example.org/room
-----
Romeo sends:
	<presence/>
Romeo receives:
	<presence/>
Juliet sends:
	<presence/>
Juliet receives:
	<presence/>
Nurse sends:
	<presence/>
Nurse receives:
	<presence/>
Romeo sends:
	<presence to='garden@conference.example.org/Romeo'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Romeo receives:
	<presence from='garden@conference.example.org/Romeo'/>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
Romeo sends:
	<iq type='set' id='c' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'>
		<field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#roomconfig</value></field>
		<field var='muc#roomconfig_persistentroom'><value>1</value></field><field var='muc#roomconfig_membersonly'><value>1</value></field>
		<field var='muc#roomconfig_publicroom'><value>0</value></field><field var='muc#roomconfig_whois'><value>anyone</value></field>
		<field var='muc#roomconfig_changesubject'><value>0</value></field><field var='muc#roomconfig_allowinvites'><value>0</value></field>
		<field var='muc#roomconfig_enablearchiving'><value>1</value></field><field var='mam'><value>1</value></field>
		<field var='muc#roomconfig_mam'><value>1</value></field><field var='muc#roomconfig_enablelogging'><value>0</value></field>
		<field var='muc#roomconfig_moderatedroom'><value>false</value></field><field var='allow_voice_requests'><value>false</value></field>
		<field var='members_by_default'><value>1</value></field></x></query></iq>
Romeo receives:
	<iq type='result' id='c' from='garden@conference.example.org'/>
Juliet sends:
	<presence to='garden@conference.example.org/Juliet' id='no'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Juliet receives:
	<presence type='error' id='no' from='garden@conference.example.org/Juliet'><error type='auth'><registration-required xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
Romeo sends:
	<message id='i1' to='garden@conference.example.org'><x xmlns='http://jabber.org/protocol/muc#user'><invite to='juliet@example.org'><reason>Come.</reason></invite></x></message>
Juliet receives:
	<message id='i1' from='garden@conference.example.org'><x xmlns='http://jabber.org/protocol/muc#user'><invite from='romeo@example.org'><reason>Come.</reason></invite></x></message>
# §9.3: she is a member now; those who read the list learn of it.
Romeo receives:
	<message from='garden@conference.example.org'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='member' jid='juliet@example.org' role='none'/></x></message>
Juliet sends:
	<presence to='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Juliet receives:
	<presence from='garden@conference.example.org/Romeo'/>
	<presence from='garden@conference.example.org/Juliet'>
		<x xmlns='http://jabber.org/protocol/muc#user' scansion:strict='false'><item affiliation='member' role='participant' jid='juliet@example.org/balcony'/><status code='110'/></x></presence>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
Romeo receives:
	<presence from='garden@conference.example.org/Juliet'/>
# A member invites where the owner lets members invite.
Juliet sends:
	<message id='i2' to='garden@conference.example.org'><x xmlns='http://jabber.org/protocol/muc#user'><invite to='nurse@example.org'/></x></message>
Juliet receives:
	<message id='i2' type='error' from='garden@conference.example.org'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
Nurse sends:
	<message id='i3' to='garden@conference.example.org'><x xmlns='http://jabber.org/protocol/muc#user'><invite to='juliet@example.org'/></x></message>
Nurse receives:
	<message id='i3' type='error' from='garden@conference.example.org'><error type='modify'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
Romeo sends:
	<message id='i4' to='garden@conference.example.org'><x xmlns='http://jabber.org/protocol/muc#user'><invite to='tybalt@example.org'/></x></message>
Romeo receives:
	<message id='i4' type='error' from='garden@conference.example.org'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
Romeo sends:
	<iq type='set' id='m' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'>
		<field var='muc#roomconfig_passwordprotectedroom'><value>1</value></field><field var='muc#roomconfig_roomsecret'><value>cauldronburn</value></field>
		<field var='{http://prosody.im/protocol/muc}roomconfig_allowmemberinvites'><value>1</value></field></x></query></iq>
Romeo receives in any order:
	<iq type='result' id='m' from='garden@conference.example.org'/>
	<message type='groupchat' from='garden@conference.example.org'><x xmlns='http://jabber.org/protocol/muc#user'><status code='104'/></x></message>
Juliet receives:
	<message type='groupchat' from='garden@conference.example.org'><x xmlns='http://jabber.org/protocol/muc#user'><status code='104'/></x></message>
# §7.9: a chat of two goes on in the room.
Juliet sends:
	<message id='i5' to='garden@conference.example.org'><x xmlns='http://jabber.org/protocol/muc#user'><invite to='nurse@example.org'><continue thread='t1'/></invite></x></message>
Nurse receives:
	<message id='i5' from='garden@conference.example.org'><x xmlns='http://jabber.org/protocol/muc#user'><invite from='juliet@example.org'><continue thread='t1'/></invite><password>cauldronburn</password></x></message>
Romeo receives:
	<message from='garden@conference.example.org'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='member' jid='nurse@example.org' role='none'/></x></message>
Juliet receives:
	<message from='garden@conference.example.org'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='member' jid='nurse@example.org' role='none'/></x></message>
Nurse sends:
	<message id='d1' to='garden@conference.example.org'><x xmlns='http://jabber.org/protocol/muc#user'><decline to='juliet@example.org'><reason>Too busy.</reason></decline></x></message>
Juliet receives:
	<message id='d1' from='garden@conference.example.org'><x xmlns='http://jabber.org/protocol/muc#user'><decline from='nurse@example.org'><reason>Too busy.</reason></decline></x></message>
Nurse sends:
	<message id='d2' to='garden@conference.example.org'><x xmlns='http://jabber.org/protocol/muc#user'><decline to='tybalt@example.net'/></x></message>
Nurse receives:
	<message id='d2' type='error' from='garden@conference.example.org'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
