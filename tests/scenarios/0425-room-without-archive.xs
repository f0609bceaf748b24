# XEP-0425, XEP-0045 §7.2.14: a room without an archive remembers a little, and forgets what was taken back
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
	<iq type='set' id='config' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#roomconfig</value></field><field var='muc#roomconfig_enablearchiving'><value>0</value></field></x></query></iq>
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
	<message type='groupchat' to='garden@conference.example.org' id='m1'><body>one</body></message>
Romeo receives:
	<message type='groupchat' from='garden@conference.example.org/Juliet' id='m1'><body>one</body><stanza-id xmlns='urn:xmpp:sid:0' by='garden@conference.example.org' id='{capture:id1}'/></message>
Juliet receives:
	<message type='groupchat' from='garden@conference.example.org/Juliet' id='m1'><body>one</body><stanza-id xmlns='urn:xmpp:sid:0' by='garden@conference.example.org' id='${id1}'/></message>
Juliet sends:
	<message type='groupchat' to='garden@conference.example.org' id='m2'><body>two</body></message>
Romeo receives:
	<message type='groupchat' from='garden@conference.example.org/Juliet' id='m2'><body>two</body><stanza-id xmlns='urn:xmpp:sid:0' by='garden@conference.example.org' id='{capture:id2}'/></message>
Juliet receives:
	<message type='groupchat' from='garden@conference.example.org/Juliet' id='m2'><body>two</body><stanza-id xmlns='urn:xmpp:sid:0' by='garden@conference.example.org' id='${id2}'/></message>
Romeo sends:
	<iq type='set' id='d' to='garden@conference.example.org'><moderate xmlns='urn:xmpp:message-moderate:1' id='${id1}'><retract xmlns='urn:xmpp:message-retract:1'/></moderate></iq>
Romeo receives:
	<message type='groupchat' from='garden@conference.example.org'><retract xmlns='urn:xmpp:message-retract:1' id='${id1}' scansion:strict='false'/></message>
	<iq type='result' id='d' from='garden@conference.example.org'/>
Juliet receives:
	<message type='groupchat' from='garden@conference.example.org'><retract xmlns='urn:xmpp:message-retract:1' id='${id1}' scansion:strict='false'/></message>
Juliet sends:
	<presence type='unavailable' to='garden@conference.example.org/Juliet'/>
Juliet receives:
	<presence type='unavailable' from='garden@conference.example.org/Juliet'/>
Romeo receives:
	<presence type='unavailable' from='garden@conference.example.org/Juliet'/>
Juliet sends:
	<presence to='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc'></x></presence>
Juliet receives:
	<presence from='garden@conference.example.org/Romeo'/>
	<presence from='garden@conference.example.org/Juliet'/>
	<message type='groupchat' from='garden@conference.example.org/Juliet' id='m2'><stanza-id xmlns='urn:xmpp:sid:0' by='garden@conference.example.org' id='${id2}'/></message>
	<message type='groupchat' from='garden@conference.example.org'><delay xmlns='urn:xmpp:delay' from='garden@conference.example.org' stamp='{scansion:any}'/><retract xmlns='urn:xmpp:message-retract:1' id='${id1}' scansion:strict='false'/></message>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
Romeo receives:
	<presence from='garden@conference.example.org/Juliet'/>
