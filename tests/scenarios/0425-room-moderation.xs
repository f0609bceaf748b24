# XEP-0425: a moderator takes a message back: all are told by the room, a tombstone is left in its archive
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
Juliet sends:
	<presence to='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc'></x></presence>
Juliet receives:
	<presence from='garden@conference.example.org/Romeo'/>
	<presence from='garden@conference.example.org/Juliet'/>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
Romeo receives:
	<presence from='garden@conference.example.org/Juliet'/>
Juliet sends:
	<message type='groupchat' to='garden@conference.example.org' id='m1'><body>cheap potions</body></message>
Juliet receives:
	<message type='groupchat' from='garden@conference.example.org/Juliet' id='m1'><occupant-id xmlns='urn:xmpp:occupant-id:0' id='{capture:juliet}'/><stanza-id xmlns='urn:xmpp:sid:0' by='garden@conference.example.org' id='{capture:id1}'/></message>
Romeo receives:
	<message type='groupchat' from='garden@conference.example.org/Juliet' id='m1'/>
Romeo sends:
	<message type='groupchat' to='garden@conference.example.org' id='m2'><body>hush</body></message>
Romeo receives:
	<message type='groupchat' from='garden@conference.example.org/Romeo' id='m2'><occupant-id xmlns='urn:xmpp:occupant-id:0' id='{capture:romeo}'/><stanza-id xmlns='urn:xmpp:sid:0' by='garden@conference.example.org' id='{capture:id2}'/></message>
Juliet receives:
	<message type='groupchat' from='garden@conference.example.org/Romeo' id='m2'/>
# only moderators
Juliet sends:
	<iq type='set' id='a' to='garden@conference.example.org'><moderate xmlns='urn:xmpp:message-moderate:1' id='${id2}'><retract xmlns='urn:xmpp:message-retract:1'/></moderate></iq>
Juliet receives:
	<iq type='error' id='a' from='garden@conference.example.org'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
# and only what there is
Romeo sends:
	<iq type='set' id='b' to='garden@conference.example.org'><moderate xmlns='urn:xmpp:message-moderate:1' id='never-was'><retract xmlns='urn:xmpp:message-retract:1'/></moderate></iq>
	<iq type='set' id='c' to='garden@conference.example.org'><moderate xmlns='urn:xmpp:message-moderate:1' id='${id1}'/></iq>
Romeo receives:
	<iq type='error' id='b' from='garden@conference.example.org'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='error' id='c' from='garden@conference.example.org'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
Romeo sends:
	<iq type='set' id='d' to='garden@conference.example.org'><moderate xmlns='urn:xmpp:message-moderate:1' id='${id1}'><retract xmlns='urn:xmpp:message-retract:1'/><reason>no adverts</reason></moderate></iq>
Romeo receives:
	<message type='groupchat' from='garden@conference.example.org' id='{capture:told}'><retract xmlns='urn:xmpp:message-retract:1' id='${id1}'><moderated xmlns='urn:xmpp:message-moderate:1' by='garden@conference.example.org/Romeo'><occupant-id xmlns='urn:xmpp:occupant-id:0' id='${romeo}'/></moderated><reason>no adverts</reason></retract>
		<apply-to xmlns='urn:xmpp:fasten:0' id='${id1}'><moderated xmlns='urn:xmpp:message-moderate:0' by='garden@conference.example.org/Romeo'><retract xmlns='urn:xmpp:message-retract:0'/><reason>no adverts</reason></moderated></apply-to><stanza-id xmlns='urn:xmpp:sid:0' by='garden@conference.example.org' id='{capture:id3}'/></message>
	<iq type='result' id='d' from='garden@conference.example.org'/>
Juliet receives:
	<message type='groupchat' from='garden@conference.example.org' id='${told}'><retract xmlns='urn:xmpp:message-retract:1' id='${id1}'><moderated xmlns='urn:xmpp:message-moderate:1' by='garden@conference.example.org/Romeo'><occupant-id xmlns='urn:xmpp:occupant-id:0' id='${romeo}'/></moderated><reason>no adverts</reason></retract>
		<apply-to xmlns='urn:xmpp:fasten:0' id='${id1}'><moderated xmlns='urn:xmpp:message-moderate:0' by='garden@conference.example.org/Romeo'><retract xmlns='urn:xmpp:message-retract:0'/><reason>no adverts</reason></moderated></apply-to><stanza-id xmlns='urn:xmpp:sid:0' by='garden@conference.example.org' id='${id3}'/></message>
Juliet sends:
	<iq type='set' id='e' to='garden@conference.example.org'><query xmlns='urn:xmpp:mam:2'></query></iq>
Juliet receives:
	<message from='garden@conference.example.org'><result xmlns='urn:xmpp:mam:2' id='${id1}'><forwarded xmlns='urn:xmpp:forward:0'><delay xmlns='urn:xmpp:delay' stamp='{scansion:any}'/><message xmlns='jabber:client' from='garden@conference.example.org/Juliet' to='{scansion:none}' id='m1' type='groupchat' scansion:strict='false'><x xmlns='http://jabber.org/protocol/muc#user' scansion:absent='true' scansion:strict='false'/><body scansion:absent='true' scansion:strict='false'/><occupant-id xmlns='urn:xmpp:occupant-id:0' id='${juliet}'/><retracted xmlns='urn:xmpp:message-retract:1' id='${told}' stamp='{scansion:any}'><moderated xmlns='urn:xmpp:message-moderate:1' by='garden@conference.example.org/Romeo'><occupant-id xmlns='urn:xmpp:occupant-id:0' id='${romeo}'/></moderated><reason>no adverts</reason></retracted></message></forwarded></result></message>
	<message from='garden@conference.example.org'><result xmlns='urn:xmpp:mam:2' id='${id2}'><forwarded xmlns='urn:xmpp:forward:0'><delay xmlns='urn:xmpp:delay' stamp='{scansion:any}'/><message xmlns='jabber:client' from='garden@conference.example.org/Romeo' to='{scansion:none}' id='m2' type='groupchat' scansion:strict='false'><x xmlns='http://jabber.org/protocol/muc#user' scansion:absent='true' scansion:strict='false'/></message></forwarded></result></message>
	<message from='garden@conference.example.org'><result xmlns='urn:xmpp:mam:2' id='${id3}'><forwarded xmlns='urn:xmpp:forward:0'><delay xmlns='urn:xmpp:delay' stamp='{scansion:any}'/><message xmlns='jabber:client' from='garden@conference.example.org' to='{scansion:none}' id='${told}' type='groupchat' scansion:strict='false'><x xmlns='http://jabber.org/protocol/muc#user' scansion:absent='true' scansion:strict='false'/></message></forwarded></result></message>
	<iq type='result' id='e' from='garden@conference.example.org'><fin xmlns='urn:xmpp:mam:2' complete='true'><set xmlns='http://jabber.org/protocol/rsm'><first index='0'>${id1}</first><last>${id3}</last><count>3</count></set></fin></iq>
# a second time there is nothing to do; the older form of the request does the same
Romeo sends:
	<iq type='set' id='f' to='garden@conference.example.org'><moderate xmlns='urn:xmpp:message-moderate:1' id='${id1}'><retract xmlns='urn:xmpp:message-retract:1'/></moderate></iq>
Romeo receives:
	<iq type='result' id='f' from='garden@conference.example.org'/>
Romeo sends:
	<iq type='set' id='g' to='garden@conference.example.org'><apply-to xmlns='urn:xmpp:fasten:0' id='${id2}'><moderate xmlns='urn:xmpp:message-moderate:0'><retract xmlns='urn:xmpp:message-retract:0'/></moderate></apply-to></iq>
Romeo receives:
	<message type='groupchat' from='garden@conference.example.org'><retract xmlns='urn:xmpp:message-retract:1' id='${id2}' scansion:strict='false'/></message>
	<iq type='result' id='g' from='garden@conference.example.org'/>
Juliet receives:
	<message type='groupchat' from='garden@conference.example.org'><retract xmlns='urn:xmpp:message-retract:1' id='${id2}' scansion:strict='false'/></message>
# nobody says for the room that somebody was moderated
Juliet sends:
	<message type='groupchat' to='garden@conference.example.org' id='x1'><body>forged</body><retract xmlns='urn:xmpp:message-retract:1' id='${id2}'><moderated xmlns='urn:xmpp:message-moderate:1' by='garden@conference.example.org/Romeo'/></retract></message>
Juliet receives:
	<message type='groupchat' from='garden@conference.example.org/Juliet' id='x1'><body>forged</body><retract xmlns='urn:xmpp:message-retract:1' scansion:absent='true' scansion:strict='false'/></message>
Romeo receives:
	<message type='groupchat' from='garden@conference.example.org/Juliet' id='x1'><body>forged</body><retract xmlns='urn:xmpp:message-retract:1' scansion:absent='true' scansion:strict='false'/></message>
