# XEP-0313 §3.2: the archive of a room keeps what its owner says, at most what the service does
## sockets: moves the clock by days
## direct: moves the clock by days
[Client] Romeo
	jid: romeo@example.org/orchard
-----
Romeo sends:
	<presence to='garden@conference.example.org/Romeo'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Romeo receives:
	<presence from='garden@conference.example.org/Romeo'/>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
Romeo sends:
	<iq type='set' id='config' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#roomconfig</value></field><field var='muc#roomconfig_persistentroom'><value>1</value></field><field var='x-roomconfig_archivedays'><value>30</value></field></x></query></iq>
Romeo receives:
	<iq type='result' id='config' from='garden@conference.example.org'/>
Romeo sends:
	<message type='groupchat' to='garden@conference.example.org' id='m1'><body>old</body></message>
Romeo receives:
	<message type='groupchat' from='garden@conference.example.org/Romeo' id='m1'><body>old</body><stanza-id xmlns='urn:xmpp:sid:0' by='garden@conference.example.org' id='{capture:id1}'/></message>
Romeo disconnects
after 25d
Romeo connects
Romeo sends:
	<presence to='garden@conference.example.org/Romeo'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Romeo receives:
	<presence from='garden@conference.example.org/Romeo'/>
	<message type='groupchat' from='garden@conference.example.org/Romeo' id='m1'/>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
Romeo sends:
	<message type='groupchat' to='garden@conference.example.org' id='m2'><body>young</body></message>
Romeo receives:
	<message type='groupchat' from='garden@conference.example.org/Romeo' id='m2'><body>young</body><stanza-id xmlns='urn:xmpp:sid:0' by='garden@conference.example.org' id='{capture:id2}'/></message>
Romeo disconnects
after 7d
Romeo connects
Romeo sends:
	<presence to='garden@conference.example.org/Romeo'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Romeo receives:
	<presence from='garden@conference.example.org/Romeo'/>
	<message type='groupchat' from='garden@conference.example.org/Romeo' id='m2'/>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
Romeo sends:
	<iq type='set' id='a' to='garden@conference.example.org'><query xmlns='urn:xmpp:mam:2'></query></iq>
Romeo receives:
	<message from='garden@conference.example.org'><result xmlns='urn:xmpp:mam:2' id='${id2}'><forwarded xmlns='urn:xmpp:forward:0'><delay xmlns='urn:xmpp:delay' stamp='{scansion:any}'/><message xmlns='jabber:client' from='garden@conference.example.org/Romeo' to='{scansion:none}' id='m2' type='groupchat' scansion:strict='false'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='owner' jid='romeo@example.org/orchard' role='moderator'/></x></message></forwarded></result></message>
	<iq type='result' id='a' from='garden@conference.example.org'><fin xmlns='urn:xmpp:mam:2' complete='true'><set xmlns='http://jabber.org/protocol/rsm'><first index='0'>${id2}</first><last>${id2}</last><count>1</count></set></fin></iq>
