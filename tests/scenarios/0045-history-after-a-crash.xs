# XEP-0045 §7.2.14, XEP-0313: what everybody got is there when the server comes back, under its name
## federated: it is about what one server keeps
## sockets: stops the server
## direct: stops the server
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
	<iq type='set' id='config' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#roomconfig</value></field><field var='muc#roomconfig_persistentroom'><value>1</value></field></x></query></iq>
Romeo receives:
	<iq type='result' id='config' from='garden@conference.example.org'/>
Romeo sends:
	<message type='groupchat' to='garden@conference.example.org' id='m1'><body>one</body></message>
Romeo receives:
	<message type='groupchat' from='garden@conference.example.org/Romeo' id='m1'><body>one</body><stanza-id xmlns='urn:xmpp:sid:0' by='garden@conference.example.org' id='{capture:id1}'/></message>
Romeo sends:
	<message type='groupchat' to='garden@conference.example.org' id='m2'><body>two</body></message>
Romeo receives:
	<message type='groupchat' from='garden@conference.example.org/Romeo' id='m2'><body>two</body><stanza-id xmlns='urn:xmpp:sid:0' by='garden@conference.example.org' id='{capture:id2}'/></message>
crash example.org
Romeo is disconnected
Juliet connects
Juliet sends:
	<presence to='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc'></x></presence>
Juliet receives:
	<presence from='garden@conference.example.org/Juliet'/>
	<message type='groupchat' from='garden@conference.example.org/Romeo' id='m1'><body>one</body><x xmlns='http://jabber.org/protocol/muc#user' scansion:absent='true' scansion:strict='false'/><delay xmlns='urn:xmpp:delay' from='garden@conference.example.org' stamp='{scansion:any}'/><stanza-id xmlns='urn:xmpp:sid:0' by='garden@conference.example.org' id='${id1}'/></message>
	<message type='groupchat' from='garden@conference.example.org/Romeo' id='m2'><body>two</body><x xmlns='http://jabber.org/protocol/muc#user' scansion:absent='true' scansion:strict='false'/><delay xmlns='urn:xmpp:delay' from='garden@conference.example.org' stamp='{scansion:any}'/><stanza-id xmlns='urn:xmpp:sid:0' by='garden@conference.example.org' id='${id2}'/></message>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
Juliet sends:
	<iq type='set' id='a' to='garden@conference.example.org'><query xmlns='urn:xmpp:mam:2'></query></iq>
Juliet receives:
	<message from='garden@conference.example.org'><result xmlns='urn:xmpp:mam:2' id='${id1}'><forwarded xmlns='urn:xmpp:forward:0'><delay xmlns='urn:xmpp:delay' stamp='{scansion:any}'/><message xmlns='jabber:client' from='garden@conference.example.org/Romeo' to='{scansion:none}' id='m1' type='groupchat' scansion:strict='false'><x xmlns='http://jabber.org/protocol/muc#user' scansion:absent='true' scansion:strict='false'/></message></forwarded></result></message>
	<message from='garden@conference.example.org'><result xmlns='urn:xmpp:mam:2' id='${id2}'><forwarded xmlns='urn:xmpp:forward:0'><delay xmlns='urn:xmpp:delay' stamp='{scansion:any}'/><message xmlns='jabber:client' from='garden@conference.example.org/Romeo' to='{scansion:none}' id='m2' type='groupchat' scansion:strict='false'><x xmlns='http://jabber.org/protocol/muc#user' scansion:absent='true' scansion:strict='false'/></message></forwarded></result></message>
	<iq type='result' id='a' from='garden@conference.example.org'><fin xmlns='urn:xmpp:mam:2' complete='true'><set xmlns='http://jabber.org/protocol/rsm'><first index='0'>${id1}</first><last>${id2}</last><count>2</count></set></fin></iq>
