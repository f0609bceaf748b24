# XEP-0045 §6.4, §6.5, §18.1.1: what a room tells of itself; who is in it is told to who is in it
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
-----
Juliet sends:
	<iq type='get' id='0' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
Juliet receives:
	<iq type='error' id='0'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
Romeo sends:
	<presence to='garden@conference.example.org/R'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Romeo receives:
	<presence from='garden@conference.example.org/R'/>
	<message type='groupchat' from='garden@conference.example.org'/>
Juliet sends:
	<iq type='get' id='1' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
Juliet receives:
	<iq type='error' id='1'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
Romeo sends:
	<iq type='set' id='c' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#owner'>
		<x xmlns='jabber:x:data' type='submit'><field var='muc#roomconfig_roomname'><value>The Garden</value></field>
		<field var='muc#roomconfig_roomdesc'><value>Under the balcony</value></field><field var='muc#roomconfig_lang'><value>en</value></field>
		<field var='muc#roominfo_contactjid'><value>nurse@example.org</value></field>
		<field var='muc#roominfo_logs'><value>https://example.org/logs/garden</value></field></x></query></iq>
Romeo receives:
	<iq type='result' id='c'/>
Romeo sends:
	<message to='garden@conference.example.org' type='groupchat'><subject>Stars</subject></message>
Romeo receives:
	<message from='garden@conference.example.org/R' type='groupchat'><subject>Stars</subject></message>
Juliet sends:
	<iq type='get' id='2' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
Juliet receives:
	<iq type='result' id='2' from='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/disco#info' scansion:strict='false'>
		<identity category='conference' type='text' name='The Garden'/>
		<feature var='http://jabber.org/protocol/muc'/>
		<feature var='http://jabber.org/protocol/muc#stable_id'/>
		<feature var='muc_temporary'/><feature var='muc_public'/><feature var='muc_open'/><feature var='muc_unsecured'/>
		<feature var='muc_semianonymous'/><feature var='muc_unmoderated'/>
		<x xmlns='jabber:x:data' type='result' scansion:strict='false'>
			<field var='FORM_TYPE' type='hidden'><value>http://jabber.org/protocol/muc#roominfo</value></field>
			<field var='muc#roominfo_description' type='text-single' label='{scansion:any}'><value>Under the balcony</value></field>
			<field var='muc#roominfo_lang' type='text-single' label='{scansion:any}'><value>en</value></field>
			<field var='muc#roominfo_subject' type='text-single' label='{scansion:any}'><value>Stars</value></field>
			<field var='muc#roominfo_occupants' type='text-single' label='{scansion:any}'><value>1</value></field>
			<field var='muc#roominfo_contactjid' type='jid-multi' label='{scansion:any}'><value>nurse@example.org</value></field>
			<field var='muc#roominfo_logs' type='text-single' label='{scansion:any}'><value>https://example.org/logs/garden</value></field>
			<field var='muc#roomconfig_changesubject' type='boolean' label='{scansion:any}'><value>0</value></field></x></query></iq>
Juliet sends:
	<iq type='get' id='3' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/disco#items'/></iq>
	<iq type='get' id='4' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/disco#info' node='http://jabber.org/protocol/muc#traffic'/></iq>
	<iq type='get' id='5' to='garden@conference.example.org/R'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
	<iq type='get' id='5a' to='garden@conference.example.org/Nobody'><query xmlns='http://jabber.org/protocol/disco#items'/></iq>
Juliet receives in any order:
	<iq type='result' id='3'><query xmlns='http://jabber.org/protocol/disco#items'><item jid='garden@conference.example.org/R'/></query></iq>
	<iq type='error' id='4'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='error' id='5'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='error' id='5a'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
Romeo sends:
	<iq type='get' id='6' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/disco#items'/></iq>
Romeo receives:
	<iq type='result' id='6'><query xmlns='http://jabber.org/protocol/disco#items'><item jid='garden@conference.example.org/R'/></query></iq>
Romeo sends:
	<iq type='set' id='d' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#owner'>
		<x xmlns='jabber:x:data' type='submit'><field var='muc#roomconfig_membersonly'><value>1</value></field>
		<field var='muc#roomconfig_publicroom'><value>0</value></field></x></query></iq>
Romeo receives in any order:
	<iq type='result' id='d'/>
	<message type='groupchat' from='garden@conference.example.org'><x xmlns='http://jabber.org/protocol/muc#user'><status code='104'/></x></message>
Juliet sends:
	<iq type='get' id='7' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
Juliet receives:
	<iq type='result' id='7'><query xmlns='http://jabber.org/protocol/disco#info' scansion:strict='false'>
		<feature var='muc_hidden'/><feature var='muc_membersonly'/>
		<x xmlns='jabber:x:data' type='result' scansion:strict='false'>
			<field var='muc#roominfo_description' type='text-single' label='{scansion:any}'><value>Under the balcony</value></field>
			<field var='muc#roominfo_subject' scansion:absent='true' scansion:strict='false'/>
			<field var='muc#roominfo_occupants' scansion:absent='true' scansion:strict='false'/></x></query></iq>
# §6.5: who is in a room that not everybody may enter is not for those outside
Juliet sends:
	<iq type='get' id='8' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/disco#items'/></iq>
Juliet receives:
	<iq type='result' id='8'><query xmlns='http://jabber.org/protocol/disco#items'/></iq>
