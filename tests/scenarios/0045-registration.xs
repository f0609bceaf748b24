# XEP-0045 §7.10, §7.12, §9.9: registering with a room reserves a nickname; an admin approves where the room is not for everybody
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
Juliet sends:
	<iq type='get' id='r0' to='garden@conference.example.org'><query xmlns='jabber:iq:register'/></iq>
Juliet receives:
	<iq type='error' id='r0' from='garden@conference.example.org'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
Romeo sends:
	<presence to='garden@conference.example.org/Romeo'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Romeo receives:
	<presence from='garden@conference.example.org/Romeo'/>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
Romeo sends:
	<iq type='set' id='c' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'/></query></iq>
Romeo receives:
	<iq type='result' id='c' from='garden@conference.example.org'/>
Juliet sends:
	<iq type='get' id='r1' to='garden@conference.example.org'><query xmlns='jabber:iq:register'/></iq>
Juliet receives:
	<iq type='result' id='r1' from='garden@conference.example.org'><query xmlns='jabber:iq:register'><x xmlns='jabber:x:data' type='form' scansion:strict='false'>
		<field var='FORM_TYPE' type='hidden'><value>http://jabber.org/protocol/muc#register</value></field>
		<field var='muc#register_roomnick' type='text-single' label='Nickname'><required/></field></x></query></iq>
Juliet sends:
	<iq type='get' id='n0' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/disco#info' node='x-roomuser-item'/></iq>
	<iq type='set' id='r2' to='garden@conference.example.org'><query xmlns='jabber:iq:register'/></iq>
	<iq type='set' id='r3' to='garden@conference.example.org'><query xmlns='jabber:iq:register'><x xmlns='jabber:x:data' type='submit'>
		<field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#register</value></field></x></query></iq>
	<iq type='set' id='r4' to='garden@conference.example.org'><query xmlns='jabber:iq:register'><x xmlns='jabber:x:data' type='submit'>
		<field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#register</value></field><field var='muc#register_roomnick'><value>Romeo</value></field></x></query></iq>
	<iq type='set' id='r5' to='garden@conference.example.org'><query xmlns='jabber:iq:register'><x xmlns='jabber:x:data' type='submit'>
		<field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#register</value></field><field var='muc#register_roomnick'><value>thirdwitch</value></field></x></query></iq>
Juliet receives in any order:
	<iq type='result' id='n0' from='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/disco#info' node='x-roomuser-item'/></iq>
	<iq type='error' id='r2' from='garden@conference.example.org'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='error' id='r3' from='garden@conference.example.org'><error type='modify'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='error' id='r4' from='garden@conference.example.org'><error type='cancel'><conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='result' id='r5' from='garden@conference.example.org'/>
	<message from='garden@conference.example.org'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='member' role='none'/><status code='101'/></x></message>
Romeo receives:
	<message from='garden@conference.example.org'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='member' jid='juliet@example.org' role='none'/></x></message>
Juliet sends:
	<iq type='get' id='r6' to='garden@conference.example.org'><query xmlns='jabber:iq:register'/></iq>
	<iq type='get' id='n1' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/disco#info' node='x-roomuser-item'/></iq>
Juliet receives:
	<iq type='result' id='r6' from='garden@conference.example.org'><query xmlns='jabber:iq:register'><registered/><username>thirdwitch</username></query></iq>
	<iq type='result' id='n1' from='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/disco#info' node='x-roomuser-item'>
		<identity category='conference' type='text' name='thirdwitch'/></query></iq>
# §7.12: nobody else has it.
Nurse sends:
	<presence to='garden@conference.example.org/thirdwitch' id='p1'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Nurse receives:
	<presence type='error' id='p1' from='garden@conference.example.org/thirdwitch'><error type='cancel'><conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
# Registered nicknames are used, and admins approve.
Romeo sends:
	<iq type='set' id='l' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'>
		<field var='{urn:balcony:muc}roomconfig_registration'><value>approved</value></field>
		<field var='{urn:balcony:muc}roomconfig_locknicknames'><value>1</value></field></x></query></iq>
Romeo receives in any order:
	<iq type='result' id='l' from='garden@conference.example.org'/>
	<message type='groupchat' from='garden@conference.example.org'><x xmlns='http://jabber.org/protocol/muc#user'><status code='104'/></x></message>
Juliet sends:
	<presence to='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Juliet receives:
	<presence from='garden@conference.example.org/Romeo'/>
	<presence from='garden@conference.example.org/thirdwitch'>
		<x xmlns='http://jabber.org/protocol/muc#user' scansion:strict='false'><item affiliation='member' role='participant' jid='juliet@example.org/balcony'/><status code='110'/><status code='210'/></x></presence>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
Romeo receives:
	<presence from='garden@conference.example.org/thirdwitch'/>
Juliet sends:
	<presence to='garden@conference.example.org/fourthwitch' id='p2'/>
Juliet receives:
	<presence type='error' id='p2' from='garden@conference.example.org/fourthwitch'><error type='cancel'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
Nurse sends:
	<iq type='set' id='a' to='garden@conference.example.org'><query xmlns='jabber:iq:register'><x xmlns='jabber:x:data' type='submit'>
		<field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#register</value></field><field var='muc#register_roomnick'><value>Nurse</value></field>
		<field var='muc#register_first'><value>Angelica</value></field></x></query></iq>
Nurse receives:
	<iq type='result' id='a' from='garden@conference.example.org'/>
Romeo receives:
	<message from='garden@conference.example.org'><x xmlns='jabber:x:data' type='form' scansion:strict='false'>
		<field var='FORM_TYPE' type='hidden'><value>http://jabber.org/protocol/muc#register</value></field>
		<field var='muc#jid' type='jid-single' label='Who asks'><value>nurse@example.org</value></field>
		<field var='muc#register_roomnick' type='text-single' label='Nickname'><value>Nurse</value></field>
		<field var='muc#register_first' type='text-single' label='Given name'><value>Angelica</value></field>
		<field var='muc#register_allow' type='boolean' scansion:strict='false'><value>0</value></field></x></message>
Juliet sends:
	<message to='garden@conference.example.org' id='f'><x xmlns='jabber:x:data' type='submit'>
		<field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#register</value></field><field var='muc#jid'><value>nurse@example.org</value></field>
		<field var='muc#register_roomnick'><value>Nurse</value></field><field var='muc#register_allow'><value>1</value></field></x></message>
Juliet receives:
	<message type='error' id='f' from='garden@conference.example.org'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
Romeo sends:
	<message to='garden@conference.example.org'><x xmlns='jabber:x:data' type='submit'>
		<field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#register</value></field><field var='muc#jid'><value>nurse@example.org</value></field>
		<field var='muc#register_roomnick'><value>Nurse</value></field><field var='muc#register_allow'><value>1</value></field></x></message>
Nurse receives:
	<message from='garden@conference.example.org'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='member' role='none'/><status code='101'/></x></message>
Romeo receives:
	<message from='garden@conference.example.org'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='member' jid='nurse@example.org' role='none'/></x></message>
Nurse sends:
	<iq type='set' id='u' to='garden@conference.example.org'><query xmlns='jabber:iq:register'><remove/></query></iq>
Nurse receives in any order:
	<iq type='result' id='u' from='garden@conference.example.org'/>
	<message from='garden@conference.example.org'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='none'/><status code='101'/></x></message>
Romeo receives:
	<message from='garden@conference.example.org'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' jid='nurse@example.org' role='none'/></x></message>
