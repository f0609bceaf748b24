# XEP-0313 §6.1.2: who really said it is told where everybody may know it, and nothing of the time before
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
	<iq type='set' id='config' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#roomconfig</value></field><field var='muc#roomconfig_whois'><value>anyone</value></field></x></query></iq>
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
Romeo sends:
	<message type='groupchat' to='garden@conference.example.org' id='m1'><body>hello</body></message>
Romeo receives:
	<message type='groupchat' from='garden@conference.example.org/Romeo' id='m1'><body>hello</body><stanza-id xmlns='urn:xmpp:sid:0' by='garden@conference.example.org' id='{capture:id1}'/></message>
Juliet receives:
	<message type='groupchat' from='garden@conference.example.org/Romeo' id='m1'><body>hello</body><stanza-id xmlns='urn:xmpp:sid:0' by='garden@conference.example.org' id='${id1}'/></message>
Juliet sends:
	<iq type='set' id='a' to='garden@conference.example.org'><query xmlns='urn:xmpp:mam:2'></query></iq>
Juliet receives:
	<message from='garden@conference.example.org'><result xmlns='urn:xmpp:mam:2' id='${id1}'><forwarded xmlns='urn:xmpp:forward:0'><delay xmlns='urn:xmpp:delay' stamp='{scansion:any}'/><message xmlns='jabber:client' from='garden@conference.example.org/Romeo' to='{scansion:none}' id='m1' type='groupchat' scansion:strict='false'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='owner' jid='romeo@example.org/orchard' role='moderator'/></x></message></forwarded></result></message>
	<iq type='result' id='a' from='garden@conference.example.org'><fin xmlns='urn:xmpp:mam:2' complete='true'><set xmlns='http://jabber.org/protocol/rsm'><first index='0'>${id1}</first><last>${id1}</last><count>1</count></set></fin></iq>
# what somebody claims is taken out
Juliet sends:
	<message type='groupchat' to='garden@conference.example.org' id='m2'><body>forged</body><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='owner' jid='romeo@example.org/orchard' role='moderator'/></x></message>
Juliet receives:
	<message type='groupchat' from='garden@conference.example.org/Juliet' id='m2'><x xmlns='http://jabber.org/protocol/muc#user' scansion:absent='true' scansion:strict='false'/><stanza-id xmlns='urn:xmpp:sid:0' by='garden@conference.example.org' id='{capture:id2}'/></message>
Romeo receives:
	<message type='groupchat' from='garden@conference.example.org/Juliet' id='m2'><x xmlns='http://jabber.org/protocol/muc#user' scansion:absent='true' scansion:strict='false'/></message>
Romeo sends:
	<iq type='set' id='b' to='garden@conference.example.org'><query xmlns='urn:xmpp:mam:2'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>urn:xmpp:mam:2</value></field><field var='after-id'><value>${id1}</value></field></x></query></iq>
Romeo receives:
	<message from='garden@conference.example.org'><result xmlns='urn:xmpp:mam:2' id='${id2}'><forwarded xmlns='urn:xmpp:forward:0'><delay xmlns='urn:xmpp:delay' stamp='{scansion:any}'/><message xmlns='jabber:client' from='garden@conference.example.org/Juliet' to='{scansion:none}' id='m2' type='groupchat' scansion:strict='false'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' jid='juliet@example.org/balcony' role='participant'/></x></message></forwarded></result></message>
	<iq type='result' id='b' from='garden@conference.example.org'><fin xmlns='urn:xmpp:mam:2' complete='true'><set xmlns='http://jabber.org/protocol/rsm'><first index='0'>${id2}</first><last>${id2}</last><count>1</count></set></fin></iq>
