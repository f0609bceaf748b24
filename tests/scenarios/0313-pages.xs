# XEP-0313 §4.3, XEP-0059 §2: pages either way, and when they are complete
[Client] Romeo
	jid: romeo@example.org/orchard
[Account] Juliet
	jid: juliet@example.org
-----
Romeo sends:
	<message to='juliet@example.org' id='m1' type='chat'><body>number 1</body></message>
after 60s
Romeo sends:
	<message to='juliet@example.org' id='m2' type='chat'><body>number 2</body></message>
after 60s
Romeo sends:
	<message to='juliet@example.org' id='m3' type='chat'><body>number 3</body></message>
after 60s
Romeo sends:
	<message to='juliet@example.org' id='m4' type='chat'><body>number 4</body></message>
after 60s
Romeo sends:
	<message to='juliet@example.org' id='m5' type='chat'><body>number 5</body></message>
after 60s
Romeo sends:
	<iq type='set' id='all'><query xmlns='urn:xmpp:mam:2'></query></iq>
Romeo receives:
	<message from='romeo@example.org'><result xmlns='urn:xmpp:mam:2' id='{capture:id1}'><forwarded xmlns='urn:xmpp:forward:0' scansion:strict='false'><message xmlns='jabber:client' id='m1' type='chat' scansion:strict='false'/></forwarded></result></message>
	<message from='romeo@example.org'><result xmlns='urn:xmpp:mam:2' id='{capture:id2}'><forwarded xmlns='urn:xmpp:forward:0' scansion:strict='false'><message xmlns='jabber:client' id='m2' type='chat' scansion:strict='false'/></forwarded></result></message>
	<message from='romeo@example.org'><result xmlns='urn:xmpp:mam:2' id='{capture:id3}'><forwarded xmlns='urn:xmpp:forward:0' scansion:strict='false'><message xmlns='jabber:client' id='m3' type='chat' scansion:strict='false'/></forwarded></result></message>
	<message from='romeo@example.org'><result xmlns='urn:xmpp:mam:2' id='{capture:id4}'><forwarded xmlns='urn:xmpp:forward:0' scansion:strict='false'><message xmlns='jabber:client' id='m4' type='chat' scansion:strict='false'/></forwarded></result></message>
	<message from='romeo@example.org'><result xmlns='urn:xmpp:mam:2' id='{capture:id5}'><forwarded xmlns='urn:xmpp:forward:0' scansion:strict='false'><message xmlns='jabber:client' id='m5' type='chat' scansion:strict='false'/></forwarded></result></message>
Romeo receives:
	<iq type='result' id='all'><fin xmlns='urn:xmpp:mam:2' complete='true'><set xmlns='http://jabber.org/protocol/rsm'><first index='0'>${id1}</first><last>${id5}</last><count>5</count></set></fin></iq>
Romeo sends:
	<iq type='set' id='p1'><query xmlns='urn:xmpp:mam:2'><set xmlns='http://jabber.org/protocol/rsm'><max>2</max></set></query></iq>
Romeo receives:
	<message from='romeo@example.org'><result xmlns='urn:xmpp:mam:2' id='{scansion:any}'><forwarded xmlns='urn:xmpp:forward:0' scansion:strict='false'><message xmlns='jabber:client' id='m1' type='chat' scansion:strict='false'/></forwarded></result></message>
	<message from='romeo@example.org'><result xmlns='urn:xmpp:mam:2' id='{scansion:any}'><forwarded xmlns='urn:xmpp:forward:0' scansion:strict='false'><message xmlns='jabber:client' id='m2' type='chat' scansion:strict='false'/></forwarded></result></message>
	<iq type='result' id='p1'><fin xmlns='urn:xmpp:mam:2'><set xmlns='http://jabber.org/protocol/rsm'><first index='0'>${id1}</first><last>${id2}</last></set></fin></iq>
Romeo sends:
	<iq type='set' id='p2'><query xmlns='urn:xmpp:mam:2'><set xmlns='http://jabber.org/protocol/rsm'><max>2</max><after>${id2}</after></set></query></iq>
Romeo receives:
	<message from='romeo@example.org'><result xmlns='urn:xmpp:mam:2' id='{scansion:any}'><forwarded xmlns='urn:xmpp:forward:0' scansion:strict='false'><message xmlns='jabber:client' id='m3' type='chat' scansion:strict='false'/></forwarded></result></message>
	<message from='romeo@example.org'><result xmlns='urn:xmpp:mam:2' id='{scansion:any}'><forwarded xmlns='urn:xmpp:forward:0' scansion:strict='false'><message xmlns='jabber:client' id='m4' type='chat' scansion:strict='false'/></forwarded></result></message>
	<iq type='result' id='p2'><fin xmlns='urn:xmpp:mam:2'><set xmlns='http://jabber.org/protocol/rsm'><first>${id3}</first><last>${id4}</last></set></fin></iq>
Romeo sends:
	<iq type='set' id='p3'><query xmlns='urn:xmpp:mam:2'><set xmlns='http://jabber.org/protocol/rsm'><max>2</max><after>${id4}</after></set></query></iq>
Romeo receives:
	<message from='romeo@example.org'><result xmlns='urn:xmpp:mam:2' id='{scansion:any}'><forwarded xmlns='urn:xmpp:forward:0' scansion:strict='false'><message xmlns='jabber:client' id='m5' type='chat' scansion:strict='false'/></forwarded></result></message>
	<iq type='result' id='p3'><fin xmlns='urn:xmpp:mam:2' complete='true'><set xmlns='http://jabber.org/protocol/rsm'><first>${id5}</first><last>${id5}</last></set></fin></iq>
# a full page that is the last one says so
Romeo sends:
	<iq type='set' id='p4'><query xmlns='urn:xmpp:mam:2'><set xmlns='http://jabber.org/protocol/rsm'><max>2</max><after>${id3}</after></set></query></iq>
Romeo receives:
	<message from='romeo@example.org'><result xmlns='urn:xmpp:mam:2' id='{scansion:any}'><forwarded xmlns='urn:xmpp:forward:0' scansion:strict='false'><message xmlns='jabber:client' id='m4' type='chat' scansion:strict='false'/></forwarded></result></message>
	<message from='romeo@example.org'><result xmlns='urn:xmpp:mam:2' id='{scansion:any}'><forwarded xmlns='urn:xmpp:forward:0' scansion:strict='false'><message xmlns='jabber:client' id='m5' type='chat' scansion:strict='false'/></forwarded></result></message>
	<iq type='result' id='p4'><fin xmlns='urn:xmpp:mam:2' complete='true'><set xmlns='http://jabber.org/protocol/rsm'><first>${id4}</first><last>${id5}</last></set></fin></iq>
# behind the last there is nothing
Romeo sends:
	<iq type='set' id='p5'><query xmlns='urn:xmpp:mam:2'><set xmlns='http://jabber.org/protocol/rsm'><max>2</max><after>${id5}</after></set></query></iq>
Romeo receives:
	<iq type='result' id='p5'><fin xmlns='urn:xmpp:mam:2' complete='true'><set xmlns='http://jabber.org/protocol/rsm'></set></fin></iq>
# backwards: each page in order all the same
Romeo sends:
	<iq type='set' id='p6'><query xmlns='urn:xmpp:mam:2'><set xmlns='http://jabber.org/protocol/rsm'><max>2</max><before/></set></query></iq>
Romeo receives:
	<message from='romeo@example.org'><result xmlns='urn:xmpp:mam:2' id='{scansion:any}'><forwarded xmlns='urn:xmpp:forward:0' scansion:strict='false'><message xmlns='jabber:client' id='m4' type='chat' scansion:strict='false'/></forwarded></result></message>
	<message from='romeo@example.org'><result xmlns='urn:xmpp:mam:2' id='{scansion:any}'><forwarded xmlns='urn:xmpp:forward:0' scansion:strict='false'><message xmlns='jabber:client' id='m5' type='chat' scansion:strict='false'/></forwarded></result></message>
	<iq type='result' id='p6'><fin xmlns='urn:xmpp:mam:2'><set xmlns='http://jabber.org/protocol/rsm'><first>${id4}</first><last>${id5}</last></set></fin></iq>
Romeo sends:
	<iq type='set' id='p7'><query xmlns='urn:xmpp:mam:2'><set xmlns='http://jabber.org/protocol/rsm'><max>2</max><before>${id4}</before></set></query></iq>
Romeo receives:
	<message from='romeo@example.org'><result xmlns='urn:xmpp:mam:2' id='{scansion:any}'><forwarded xmlns='urn:xmpp:forward:0' scansion:strict='false'><message xmlns='jabber:client' id='m2' type='chat' scansion:strict='false'/></forwarded></result></message>
	<message from='romeo@example.org'><result xmlns='urn:xmpp:mam:2' id='{scansion:any}'><forwarded xmlns='urn:xmpp:forward:0' scansion:strict='false'><message xmlns='jabber:client' id='m3' type='chat' scansion:strict='false'/></forwarded></result></message>
	<iq type='result' id='p7'><fin xmlns='urn:xmpp:mam:2'><set xmlns='http://jabber.org/protocol/rsm'><first>${id2}</first><last>${id3}</last></set></fin></iq>
Romeo sends:
	<iq type='set' id='p8'><query xmlns='urn:xmpp:mam:2'><set xmlns='http://jabber.org/protocol/rsm'><max>2</max><before>${id2}</before></set></query></iq>
Romeo receives:
	<message from='romeo@example.org'><result xmlns='urn:xmpp:mam:2' id='{scansion:any}'><forwarded xmlns='urn:xmpp:forward:0' scansion:strict='false'><message xmlns='jabber:client' id='m1' type='chat' scansion:strict='false'/></forwarded></result></message>
	<iq type='result' id='p8'><fin xmlns='urn:xmpp:mam:2' complete='true'><set xmlns='http://jabber.org/protocol/rsm'><first index='0'>${id1}</first><last>${id1}</last></set></fin></iq>
# §2.7 of XEP-0059: the count alone
Romeo sends:
	<iq type='set' id='p9'><query xmlns='urn:xmpp:mam:2'><set xmlns='http://jabber.org/protocol/rsm'><max>0</max></set></query></iq>
Romeo receives:
	<iq type='result' id='p9'><fin xmlns='urn:xmpp:mam:2'><set xmlns='http://jabber.org/protocol/rsm'><count>5</count></set></fin></iq>
