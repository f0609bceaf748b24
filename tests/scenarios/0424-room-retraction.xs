# XEP-0424: who said it takes it back: a tombstone is left in the archive of the room, nothing in its history
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
Juliet sends:
	<presence to='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc'></x></presence>
Juliet receives:
	<presence from='garden@conference.example.org/Romeo'/>
	<presence from='garden@conference.example.org/Juliet'/>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
Romeo receives:
	<presence from='garden@conference.example.org/Juliet'/>
Juliet sends:
	<message type='groupchat' to='garden@conference.example.org' id='m1'><body>swear by the moon</body></message>
Juliet receives:
	<message type='groupchat' from='garden@conference.example.org/Juliet' id='m1'><body>swear by the moon</body><occupant-id xmlns='urn:xmpp:occupant-id:0' id='{capture:juliet}'/><stanza-id xmlns='urn:xmpp:sid:0' by='garden@conference.example.org' id='{capture:id1}'/></message>
Romeo receives:
	<message type='groupchat' from='garden@conference.example.org/Juliet' id='m1'><body>swear by the moon</body></message>
Romeo sends:
	<message type='groupchat' to='garden@conference.example.org' id='m2'><body>swear it</body></message>
Romeo receives:
	<message type='groupchat' from='garden@conference.example.org/Romeo' id='m2'><body>swear it</body><stanza-id xmlns='urn:xmpp:sid:0' by='garden@conference.example.org' id='{capture:id2}'/></message>
Juliet receives:
	<message type='groupchat' from='garden@conference.example.org/Romeo' id='m2'><body>swear it</body><stanza-id xmlns='urn:xmpp:sid:0' by='garden@conference.example.org' id='${id2}'/></message>
# what another said cannot be taken back: the archive keeps it, clients see who asked
Romeo sends:
	<message type='groupchat' to='garden@conference.example.org' id='x1'><retract xmlns='urn:xmpp:message-retract:1' id='${id1}'/></message>
Juliet receives:
	<message type='groupchat' from='garden@conference.example.org/Romeo' id='x1'><retract xmlns='urn:xmpp:message-retract:1' id='${id1}'/></message>
Romeo receives:
	<message type='groupchat' from='garden@conference.example.org/Romeo' id='x1'><retract xmlns='urn:xmpp:message-retract:1' id='${id1}'/><stanza-id xmlns='urn:xmpp:sid:0' by='garden@conference.example.org' id='{capture:id3}'/></message>
Romeo sends:
	<iq type='set' id='a' to='garden@conference.example.org'><query xmlns='urn:xmpp:mam:2'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>urn:xmpp:mam:2</value></field><field var='ids'><value>${id1}</value></field></x></query></iq>
Romeo receives:
	<message from='garden@conference.example.org'><result xmlns='urn:xmpp:mam:2' id='${id1}'><forwarded xmlns='urn:xmpp:forward:0'><delay xmlns='urn:xmpp:delay' stamp='{scansion:any}'/><message xmlns='jabber:client' from='garden@conference.example.org/Juliet' to='{scansion:none}' id='m1' type='groupchat' scansion:strict='false'><body>swear by the moon</body><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' jid='juliet@example.org/balcony' role='participant'/></x></message></forwarded></result></message>
	<iq type='result' id='a' from='garden@conference.example.org'><fin xmlns='urn:xmpp:mam:2' complete='true'><set xmlns='http://jabber.org/protocol/rsm'><first index='0'>${id1}</first><last>${id1}</last><count>1</count></set></fin></iq>
# one's own can
Juliet sends:
	<message type='groupchat' to='garden@conference.example.org' id='x2'><retract xmlns='urn:xmpp:message-retract:1' id='${id1}'/><fallback xmlns='urn:xmpp:fallback:0' for='urn:xmpp:message-retract:1'/><body>never mind</body></message>
Juliet receives:
	<message type='groupchat' from='garden@conference.example.org/Juliet' id='x2'><retract xmlns='urn:xmpp:message-retract:1' id='${id1}'/><stanza-id xmlns='urn:xmpp:sid:0' by='garden@conference.example.org' id='{capture:id4}'/></message>
Romeo receives:
	<message type='groupchat' from='garden@conference.example.org/Juliet' id='x2'><retract xmlns='urn:xmpp:message-retract:1' id='${id1}'/></message>
Romeo sends:
	<iq type='set' id='b' to='garden@conference.example.org'><query xmlns='urn:xmpp:mam:2'></query></iq>
Romeo receives:
	<message from='garden@conference.example.org'><result xmlns='urn:xmpp:mam:2' id='${id1}'><forwarded xmlns='urn:xmpp:forward:0'><delay xmlns='urn:xmpp:delay' stamp='{scansion:any}'/><message xmlns='jabber:client' from='garden@conference.example.org/Juliet' to='{scansion:none}' id='m1' type='groupchat' scansion:strict='false'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' jid='juliet@example.org/balcony' role='participant'/></x><body scansion:absent='true' scansion:strict='false'/><occupant-id xmlns='urn:xmpp:occupant-id:0' id='${juliet}'/><retracted xmlns='urn:xmpp:message-retract:1' id='x2' stamp='{scansion:any}'/></message></forwarded></result></message>
	<message from='garden@conference.example.org'><result xmlns='urn:xmpp:mam:2' id='${id2}'><forwarded xmlns='urn:xmpp:forward:0'><delay xmlns='urn:xmpp:delay' stamp='{scansion:any}'/><message xmlns='jabber:client' from='garden@conference.example.org/Romeo' to='{scansion:none}' id='m2' type='groupchat' scansion:strict='false'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='owner' jid='romeo@example.org/orchard' role='moderator'/></x></message></forwarded></result></message>
	<message from='garden@conference.example.org'><result xmlns='urn:xmpp:mam:2' id='${id3}'><forwarded xmlns='urn:xmpp:forward:0'><delay xmlns='urn:xmpp:delay' stamp='{scansion:any}'/><message xmlns='jabber:client' from='garden@conference.example.org/Romeo' to='{scansion:none}' id='x1' type='groupchat' scansion:strict='false'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='owner' jid='romeo@example.org/orchard' role='moderator'/></x></message></forwarded></result></message>
	<message from='garden@conference.example.org'><result xmlns='urn:xmpp:mam:2' id='${id4}'><forwarded xmlns='urn:xmpp:forward:0'><delay xmlns='urn:xmpp:delay' stamp='{scansion:any}'/><message xmlns='jabber:client' from='garden@conference.example.org/Juliet' to='{scansion:none}' id='x2' type='groupchat' scansion:strict='false'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' jid='juliet@example.org/balcony' role='participant'/></x></message></forwarded></result></message>
	<iq type='result' id='b' from='garden@conference.example.org'><fin xmlns='urn:xmpp:mam:2' complete='true'><set xmlns='http://jabber.org/protocol/rsm'><first index='0'>${id1}</first><last>${id4}</last><count>4</count></set></fin></iq>
# its words are found no more; what a client knows of it is still its place
Romeo sends:
	<iq type='set' id='c' to='garden@conference.example.org'><query xmlns='urn:xmpp:mam:2'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>urn:xmpp:mam:2</value></field><field var='{urn:xmpp:fulltext:0}fulltext'><value>moon</value></field></x></query></iq>
Romeo receives:
	<iq type='result' id='c' from='garden@conference.example.org'><fin xmlns='urn:xmpp:mam:2' complete='true'><set xmlns='http://jabber.org/protocol/rsm'><count>0</count></set></fin></iq>
Juliet sends:
	<iq type='set' id='d' to='garden@conference.example.org'><query xmlns='urn:xmpp:mam:2'><set xmlns='http://jabber.org/protocol/rsm'><max>1</max><after>${id1}</after></set></query></iq>
Juliet receives:
	<message from='garden@conference.example.org'><result xmlns='urn:xmpp:mam:2' id='${id2}'><forwarded xmlns='urn:xmpp:forward:0'><delay xmlns='urn:xmpp:delay' stamp='{scansion:any}'/><message xmlns='jabber:client' from='garden@conference.example.org/Romeo' to='{scansion:none}' id='m2' type='groupchat' scansion:strict='false'><x xmlns='http://jabber.org/protocol/muc#user' scansion:absent='true' scansion:strict='false'/></message></forwarded></result></message>
	<iq type='result' id='d' from='garden@conference.example.org'><fin xmlns='urn:xmpp:mam:2'><set xmlns='http://jabber.org/protocol/rsm'><first>${id2}</first><last>${id2}</last></set></fin></iq>
# and nobody who enters is told
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
	<message type='groupchat' from='garden@conference.example.org/Romeo' id='m2'><delay xmlns='urn:xmpp:delay' from='garden@conference.example.org' stamp='{scansion:any}'/></message>
	<message type='groupchat' from='garden@conference.example.org/Romeo' id='x1'><delay xmlns='urn:xmpp:delay' from='garden@conference.example.org' stamp='{scansion:any}'/></message>
	<message type='groupchat' from='garden@conference.example.org/Juliet' id='x2'><delay xmlns='urn:xmpp:delay' from='garden@conference.example.org' stamp='{scansion:any}'/></message>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
Romeo receives:
	<presence from='garden@conference.example.org/Juliet'/>
# an unknown name changes nothing; a tombstone is the archive's to say
Juliet sends:
	<message type='groupchat' to='garden@conference.example.org' id='x3'><retract xmlns='urn:xmpp:message-retract:1' id='never-was'/></message>
	<message type='groupchat' to='garden@conference.example.org' id='x4'><body>forged</body><retracted xmlns='urn:xmpp:message-retract:1' id='x3' stamp='2020-01-01T00:00:00Z'/></message>
Juliet receives:
	<message type='groupchat' from='garden@conference.example.org/Juliet' id='x3'/>
	<message type='groupchat' from='garden@conference.example.org/Juliet' id='x4'><body>forged</body><retracted xmlns='urn:xmpp:message-retract:1' scansion:absent='true' scansion:strict='false'/></message>
Romeo receives:
	<message type='groupchat' from='garden@conference.example.org/Juliet' id='x3'/>
	<message type='groupchat' from='garden@conference.example.org/Juliet' id='x4'><body>forged</body><retracted xmlns='urn:xmpp:message-retract:1' scansion:absent='true' scansion:strict='false'/></message>
