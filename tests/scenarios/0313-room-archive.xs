# XEP-0313 §6.1.2: the archive of a room: pages, filters, names; real addresses only for those who may know them
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
	<iq type='set' id='config' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'></x></query></iq>
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
	<message type='groupchat' to='garden@conference.example.org' id='m1'><body>one</body></message>
Romeo receives:
	<message type='groupchat' from='garden@conference.example.org/Romeo' id='m1'><body>one</body><stanza-id xmlns='urn:xmpp:sid:0' by='garden@conference.example.org' id='{capture:id1}'/></message>
Juliet receives:
	<message type='groupchat' from='garden@conference.example.org/Romeo' id='m1'><body>one</body><stanza-id xmlns='urn:xmpp:sid:0' by='garden@conference.example.org' id='${id1}'/></message>
Juliet sends:
	<message type='groupchat' to='garden@conference.example.org' id='m2'><body>two and more</body></message>
Romeo receives:
	<message type='groupchat' from='garden@conference.example.org/Juliet' id='m2'><body>two and more</body><stanza-id xmlns='urn:xmpp:sid:0' by='garden@conference.example.org' id='{capture:id2}'/></message>
Juliet receives:
	<message type='groupchat' from='garden@conference.example.org/Juliet' id='m2'><body>two and more</body><stanza-id xmlns='urn:xmpp:sid:0' by='garden@conference.example.org' id='${id2}'/></message>
Romeo sends:
	<message type='groupchat' to='garden@conference.example.org' id='m3'><body>three</body></message>
Romeo receives:
	<message type='groupchat' from='garden@conference.example.org/Romeo' id='m3'><body>three</body><stanza-id xmlns='urn:xmpp:sid:0' by='garden@conference.example.org' id='{capture:id3}'/></message>
Juliet receives:
	<message type='groupchat' from='garden@conference.example.org/Romeo' id='m3'><body>three</body><stanza-id xmlns='urn:xmpp:sid:0' by='garden@conference.example.org' id='${id3}'/></message>
Juliet sends:
	<message type='groupchat' to='garden@conference.example.org' id='m4'><body>never</body><no-store xmlns='urn:xmpp:hints'/></message>
Romeo receives:
	<message type='groupchat' from='garden@conference.example.org/Juliet' id='m4'><body>never</body></message>
Juliet receives:
	<message type='groupchat' from='garden@conference.example.org/Juliet' id='m4'><body>never</body></message>
# private messages and what is of the moment are in no room's archive
Juliet sends:
	<message type='chat' to='garden@conference.example.org/Romeo' id='p1'><body>Psst</body></message>
	<message type='groupchat' to='garden@conference.example.org' id='s1'><composing xmlns='http://jabber.org/protocol/chatstates'/></message>
Juliet receives:
	<message type='groupchat' from='garden@conference.example.org/Juliet' id='s1'/>
Romeo receives:
	<message type='chat' from='garden@conference.example.org/Juliet' id='p1'/>
	<message type='groupchat' from='garden@conference.example.org/Juliet' id='s1'/>
# each message once, under the name that everybody got with it; real addresses are for moderators
Juliet sends:
	<iq type='set' id='a' to='garden@conference.example.org'><query xmlns='urn:xmpp:mam:2' queryid='q1'></query></iq>
Juliet receives:
	<message from='garden@conference.example.org'><result xmlns='urn:xmpp:mam:2' queryid='q1' id='${id1}'><forwarded xmlns='urn:xmpp:forward:0'><delay xmlns='urn:xmpp:delay' stamp='{scansion:any}'/><message xmlns='jabber:client' from='garden@conference.example.org/Romeo' to='{scansion:none}' id='m1' type='groupchat' scansion:strict='false'><x xmlns='http://jabber.org/protocol/muc#user' scansion:absent='true' scansion:strict='false'/></message></forwarded></result></message>
	<message from='garden@conference.example.org'><result xmlns='urn:xmpp:mam:2' queryid='q1' id='${id2}'><forwarded xmlns='urn:xmpp:forward:0'><delay xmlns='urn:xmpp:delay' stamp='{scansion:any}'/><message xmlns='jabber:client' from='garden@conference.example.org/Juliet' to='{scansion:none}' id='m2' type='groupchat' scansion:strict='false'><x xmlns='http://jabber.org/protocol/muc#user' scansion:absent='true' scansion:strict='false'/></message></forwarded></result></message>
	<message from='garden@conference.example.org'><result xmlns='urn:xmpp:mam:2' queryid='q1' id='${id3}'><forwarded xmlns='urn:xmpp:forward:0'><delay xmlns='urn:xmpp:delay' stamp='{scansion:any}'/><message xmlns='jabber:client' from='garden@conference.example.org/Romeo' to='{scansion:none}' id='m3' type='groupchat' scansion:strict='false'><x xmlns='http://jabber.org/protocol/muc#user' scansion:absent='true' scansion:strict='false'/></message></forwarded></result></message>
	<iq type='result' id='a' from='garden@conference.example.org'><fin xmlns='urn:xmpp:mam:2' complete='true'><set xmlns='http://jabber.org/protocol/rsm'><first index='0'>${id1}</first><last>${id3}</last><count>3</count></set></fin></iq>
Romeo sends:
	<iq type='set' id='b' to='garden@conference.example.org'><query xmlns='urn:xmpp:mam:2'></query></iq>
Romeo receives:
	<message from='garden@conference.example.org'><result xmlns='urn:xmpp:mam:2' id='${id1}'><forwarded xmlns='urn:xmpp:forward:0'><delay xmlns='urn:xmpp:delay' stamp='{scansion:any}'/><message xmlns='jabber:client' from='garden@conference.example.org/Romeo' to='{scansion:none}' id='m1' type='groupchat' scansion:strict='false'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='owner' jid='romeo@example.org/orchard' role='moderator'/></x></message></forwarded></result></message>
	<message from='garden@conference.example.org'><result xmlns='urn:xmpp:mam:2' id='${id2}'><forwarded xmlns='urn:xmpp:forward:0'><delay xmlns='urn:xmpp:delay' stamp='{scansion:any}'/><message xmlns='jabber:client' from='garden@conference.example.org/Juliet' to='{scansion:none}' id='m2' type='groupchat' scansion:strict='false'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' jid='juliet@example.org/balcony' role='participant'/></x></message></forwarded></result></message>
	<message from='garden@conference.example.org'><result xmlns='urn:xmpp:mam:2' id='${id3}'><forwarded xmlns='urn:xmpp:forward:0'><delay xmlns='urn:xmpp:delay' stamp='{scansion:any}'/><message xmlns='jabber:client' from='garden@conference.example.org/Romeo' to='{scansion:none}' id='m3' type='groupchat' scansion:strict='false'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='owner' jid='romeo@example.org/orchard' role='moderator'/></x></message></forwarded></result></message>
	<iq type='result' id='b' from='garden@conference.example.org'><fin xmlns='urn:xmpp:mam:2' complete='true'><set xmlns='http://jabber.org/protocol/rsm'><first index='0'>${id1}</first><last>${id3}</last><count>3</count></set></fin></iq>
# pages
Juliet sends:
	<iq type='set' id='c' to='garden@conference.example.org'><query xmlns='urn:xmpp:mam:2'><set xmlns='http://jabber.org/protocol/rsm'><max>1</max><before/></set></query></iq>
Juliet receives:
	<message from='garden@conference.example.org'><result xmlns='urn:xmpp:mam:2' id='${id3}'><forwarded xmlns='urn:xmpp:forward:0'><delay xmlns='urn:xmpp:delay' stamp='{scansion:any}'/><message xmlns='jabber:client' from='garden@conference.example.org/Romeo' to='{scansion:none}' id='m3' type='groupchat' scansion:strict='false'><x xmlns='http://jabber.org/protocol/muc#user' scansion:absent='true' scansion:strict='false'/></message></forwarded></result></message>
	<iq type='result' id='c' from='garden@conference.example.org'><fin xmlns='urn:xmpp:mam:2'><set xmlns='http://jabber.org/protocol/rsm'><first>${id3}</first><last>${id3}</last></set></fin></iq>
Juliet sends:
	<iq type='set' id='d' to='garden@conference.example.org'><query xmlns='urn:xmpp:mam:2'><set xmlns='http://jabber.org/protocol/rsm'><max>2</max><before>${id3}</before></set><flip-page/></query></iq>
Juliet receives:
	<message from='garden@conference.example.org'><result xmlns='urn:xmpp:mam:2' id='${id2}'><forwarded xmlns='urn:xmpp:forward:0'><delay xmlns='urn:xmpp:delay' stamp='{scansion:any}'/><message xmlns='jabber:client' from='garden@conference.example.org/Juliet' to='{scansion:none}' id='m2' type='groupchat' scansion:strict='false'><x xmlns='http://jabber.org/protocol/muc#user' scansion:absent='true' scansion:strict='false'/></message></forwarded></result></message>
	<message from='garden@conference.example.org'><result xmlns='urn:xmpp:mam:2' id='${id1}'><forwarded xmlns='urn:xmpp:forward:0'><delay xmlns='urn:xmpp:delay' stamp='{scansion:any}'/><message xmlns='jabber:client' from='garden@conference.example.org/Romeo' to='{scansion:none}' id='m1' type='groupchat' scansion:strict='false'><x xmlns='http://jabber.org/protocol/muc#user' scansion:absent='true' scansion:strict='false'/></message></forwarded></result></message>
	<iq type='result' id='d' from='garden@conference.example.org'><fin xmlns='urn:xmpp:mam:2' complete='true'><set xmlns='http://jabber.org/protocol/rsm'><first index='0'>${id1}</first><last>${id2}</last></set></fin></iq>
Juliet sends:
	<iq type='set' id='e' to='garden@conference.example.org'><query xmlns='urn:xmpp:mam:2'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>urn:xmpp:mam:2</value></field><field var='after-id'><value>${id1}</value></field><field var='before-id'><value>${id3}</value></field></x></query></iq>
Juliet receives:
	<message from='garden@conference.example.org'><result xmlns='urn:xmpp:mam:2' id='${id2}'><forwarded xmlns='urn:xmpp:forward:0'><delay xmlns='urn:xmpp:delay' stamp='{scansion:any}'/><message xmlns='jabber:client' from='garden@conference.example.org/Juliet' to='{scansion:none}' id='m2' type='groupchat' scansion:strict='false'><x xmlns='http://jabber.org/protocol/muc#user' scansion:absent='true' scansion:strict='false'/></message></forwarded></result></message>
	<iq type='result' id='e' from='garden@conference.example.org'><fin xmlns='urn:xmpp:mam:2' complete='true'><set xmlns='http://jabber.org/protocol/rsm'><first index='0'>${id2}</first><last>${id2}</last><count>1</count></set></fin></iq>
Juliet sends:
	<iq type='set' id='f' to='garden@conference.example.org'><query xmlns='urn:xmpp:mam:2'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>urn:xmpp:mam:2</value></field><field var='ids'><value>${id3}</value><value>${id1}</value></field></x></query></iq>
Juliet receives:
	<message from='garden@conference.example.org'><result xmlns='urn:xmpp:mam:2' id='${id1}'><forwarded xmlns='urn:xmpp:forward:0'><delay xmlns='urn:xmpp:delay' stamp='{scansion:any}'/><message xmlns='jabber:client' from='garden@conference.example.org/Romeo' to='{scansion:none}' id='m1' type='groupchat' scansion:strict='false'><x xmlns='http://jabber.org/protocol/muc#user' scansion:absent='true' scansion:strict='false'/></message></forwarded></result></message>
	<message from='garden@conference.example.org'><result xmlns='urn:xmpp:mam:2' id='${id3}'><forwarded xmlns='urn:xmpp:forward:0'><delay xmlns='urn:xmpp:delay' stamp='{scansion:any}'/><message xmlns='jabber:client' from='garden@conference.example.org/Romeo' to='{scansion:none}' id='m3' type='groupchat' scansion:strict='false'><x xmlns='http://jabber.org/protocol/muc#user' scansion:absent='true' scansion:strict='false'/></message></forwarded></result></message>
	<iq type='result' id='f' from='garden@conference.example.org'><fin xmlns='urn:xmpp:mam:2' complete='true'><set xmlns='http://jabber.org/protocol/rsm'><first index='0'>${id1}</first><last>${id3}</last><count>2</count></set></fin></iq>
Juliet sends:
	<iq type='set' id='g' to='garden@conference.example.org'><query xmlns='urn:xmpp:mam:2'><set xmlns='http://jabber.org/protocol/rsm'><max>0</max></set></query></iq>
Juliet receives:
	<iq type='result' id='g' from='garden@conference.example.org'><fin xmlns='urn:xmpp:mam:2'><set xmlns='http://jabber.org/protocol/rsm'><count>3</count></set></fin></iq>
Juliet sends:
	<iq type='set' id='h' to='garden@conference.example.org'><query xmlns='urn:xmpp:mam:2'><set xmlns='http://jabber.org/protocol/rsm'><after>never-was</after></set></query></iq>
Juliet receives:
	<iq type='error' id='h' from='garden@conference.example.org'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
# by whom: an occupant; the real address for those who may know it
Juliet sends:
	<iq type='set' id='i' to='garden@conference.example.org'><query xmlns='urn:xmpp:mam:2'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>urn:xmpp:mam:2</value></field><field var='with'><value>garden@conference.example.org/Juliet</value></field></x></query></iq>
Juliet receives:
	<message from='garden@conference.example.org'><result xmlns='urn:xmpp:mam:2' id='${id2}'><forwarded xmlns='urn:xmpp:forward:0'><delay xmlns='urn:xmpp:delay' stamp='{scansion:any}'/><message xmlns='jabber:client' from='garden@conference.example.org/Juliet' to='{scansion:none}' id='m2' type='groupchat' scansion:strict='false'><x xmlns='http://jabber.org/protocol/muc#user' scansion:absent='true' scansion:strict='false'/></message></forwarded></result></message>
	<iq type='result' id='i' from='garden@conference.example.org'><fin xmlns='urn:xmpp:mam:2' complete='true'><set xmlns='http://jabber.org/protocol/rsm'><first index='0'>${id2}</first><last>${id2}</last><count>1</count></set></fin></iq>
Romeo sends:
	<iq type='set' id='j' to='garden@conference.example.org'><query xmlns='urn:xmpp:mam:2'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>urn:xmpp:mam:2</value></field><field var='with'><value>juliet@example.org</value></field></x></query></iq>
Romeo receives:
	<message from='garden@conference.example.org'><result xmlns='urn:xmpp:mam:2' id='${id2}'><forwarded xmlns='urn:xmpp:forward:0'><delay xmlns='urn:xmpp:delay' stamp='{scansion:any}'/><message xmlns='jabber:client' from='garden@conference.example.org/Juliet' to='{scansion:none}' id='m2' type='groupchat' scansion:strict='false'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' jid='juliet@example.org/balcony' role='participant'/></x></message></forwarded></result></message>
	<iq type='result' id='j' from='garden@conference.example.org'><fin xmlns='urn:xmpp:mam:2' complete='true'><set xmlns='http://jabber.org/protocol/rsm'><first index='0'>${id2}</first><last>${id2}</last><count>1</count></set></fin></iq>
Juliet sends:
	<iq type='set' id='k' to='garden@conference.example.org'><query xmlns='urn:xmpp:mam:2'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>urn:xmpp:mam:2</value></field><field var='with'><value>romeo@example.org</value></field></x></query></iq>
Juliet receives:
	<iq type='result' id='k' from='garden@conference.example.org'><fin xmlns='urn:xmpp:mam:2' complete='true'><set xmlns='http://jabber.org/protocol/rsm'><count>0</count></set></fin></iq>
# words
Juliet sends:
	<iq type='set' id='l' to='garden@conference.example.org'><query xmlns='urn:xmpp:mam:2'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>urn:xmpp:mam:2</value></field><field var='{urn:xmpp:fulltext:0}fulltext'><value>more</value></field></x></query></iq>
Juliet receives:
	<message from='garden@conference.example.org'><result xmlns='urn:xmpp:mam:2' id='${id2}'><forwarded xmlns='urn:xmpp:forward:0'><delay xmlns='urn:xmpp:delay' stamp='{scansion:any}'/><message xmlns='jabber:client' from='garden@conference.example.org/Juliet' to='{scansion:none}' id='m2' type='groupchat' scansion:strict='false'><x xmlns='http://jabber.org/protocol/muc#user' scansion:absent='true' scansion:strict='false'/></message></forwarded></result></message>
	<iq type='result' id='l' from='garden@conference.example.org'><fin xmlns='urn:xmpp:mam:2' complete='true'><set xmlns='http://jabber.org/protocol/rsm'><first index='0'>${id2}</first><last>${id2}</last><count>1</count></set></fin></iq>
# §4.1.5, §5
Juliet sends:
	<iq type='get' id='n' to='garden@conference.example.org'><query xmlns='urn:xmpp:mam:2'/></iq>
Juliet receives:
	<iq type='result' id='n' from='garden@conference.example.org'><query xmlns='urn:xmpp:mam:2' scansion:strict='false'/></iq>
Juliet sends:
	<iq type='get' id='o' to='garden@conference.example.org'><metadata xmlns='urn:xmpp:mam:2'/></iq>
Juliet receives:
	<iq type='result' id='o' from='garden@conference.example.org'><metadata xmlns='urn:xmpp:mam:2'><start id='${id1}' timestamp='{scansion:any}'/><end id='${id3}' timestamp='{scansion:any}'/></metadata></iq>
# what is in no account's archive: the room's messages
Juliet sends:
	<iq type='set' id='z' to='juliet@example.org'><query xmlns='urn:xmpp:mam:2'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>urn:xmpp:mam:2</value></field><field var='with'><value>garden@conference.example.org</value></field></x></query></iq>
Juliet receives:
	<message from='juliet@example.org'><result xmlns='urn:xmpp:mam:2' id='{scansion:any}'><forwarded xmlns='urn:xmpp:forward:0' scansion:strict='false'><message xmlns='jabber:client' id='p1' type='chat' scansion:strict='false'/></forwarded></result></message>
	<iq type='result' id='z'/>
