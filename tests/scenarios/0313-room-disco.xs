# XEP-0313 §7, XEP-0421 §2, XEP-0424 §2, XEP-0425 §2: what a room with an archive says that it can do, and one without
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
Romeo sends:
	<iq type='set' id='config' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#roomconfig</value></field></x></query></iq>
Romeo receives:
	<iq type='result' id='config' from='garden@conference.example.org'/>
Romeo sends:
	<iq type='get' id='i' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
Romeo receives:
	<iq type='result' id='i' from='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/disco#info' scansion:strict='false'>
		<feature var='urn:xmpp:mam:2'/><feature var='urn:xmpp:mam:2#extended'/><feature var='urn:xmpp:sid:0'/><feature var='urn:xmpp:occupant-id:0'/>
		<feature var='urn:xmpp:message-moderate:1'/><feature var='urn:xmpp:message-moderate:0'/><feature var='urn:xmpp:message-retract:1'/><feature var='urn:xmpp:message-retract:1#tombstone'/></query></iq>
Romeo sends:
	<iq type='get' id='s' to='conference.example.org'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
Romeo receives:
	<iq type='result' id='s' from='conference.example.org'><query xmlns='http://jabber.org/protocol/disco#info' scansion:strict='false'><feature var='urn:xmpp:occupant-id:0'/></query></iq>
Romeo sends:
	<presence to='square@conference.example.org/Romeo'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Romeo receives:
	<presence from='square@conference.example.org/Romeo'/>
	<message type='groupchat' from='square@conference.example.org'><subject></subject></message>
Romeo sends:
	<iq type='set' id='config' to='square@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#roomconfig</value></field><field var='muc#roomconfig_enablearchiving'><value>0</value></field></x></query></iq>
Romeo receives:
	<iq type='result' id='config' from='square@conference.example.org'/>
Romeo sends:
	<iq type='get' id='j' to='square@conference.example.org'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
Romeo receives:
	<iq type='result' id='j' from='square@conference.example.org'><query xmlns='http://jabber.org/protocol/disco#info' scansion:strict='false'>
		<feature var='urn:xmpp:mam:2' scansion:absent='true'/><feature var='urn:xmpp:mam:2#extended' scansion:absent='true'/></query></iq>
