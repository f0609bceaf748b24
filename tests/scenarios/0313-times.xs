# XEP-0313 §4.1.2: messages of a time
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
	<iq type='set' id='t1'><query xmlns='urn:xmpp:mam:2'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE' type='hidden'><value>urn:xmpp:mam:2</value></field><field var='start'><value>2026-01-01T12:02:00Z</value></field></x></query></iq>
Romeo receives:
	<message from='romeo@example.org'><result xmlns='urn:xmpp:mam:2' id='{scansion:any}'><forwarded xmlns='urn:xmpp:forward:0' scansion:strict='false'><message xmlns='jabber:client' id='m3' type='chat' scansion:strict='false'/></forwarded></result></message>
	<message from='romeo@example.org'><result xmlns='urn:xmpp:mam:2' id='{scansion:any}'><forwarded xmlns='urn:xmpp:forward:0' scansion:strict='false'><message xmlns='jabber:client' id='m4' type='chat' scansion:strict='false'/></forwarded></result></message>
	<message from='romeo@example.org'><result xmlns='urn:xmpp:mam:2' id='{scansion:any}'><forwarded xmlns='urn:xmpp:forward:0' scansion:strict='false'><message xmlns='jabber:client' id='m5' type='chat' scansion:strict='false'/></forwarded></result></message>
	<iq type='result' id='t1'><fin xmlns='urn:xmpp:mam:2' complete='true'><set xmlns='http://jabber.org/protocol/rsm'><first index='0'>${id3}</first><last>${id5}</last><count>3</count></set></fin></iq>
# both ends are included
Romeo sends:
	<iq type='set' id='t2'><query xmlns='urn:xmpp:mam:2'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE' type='hidden'><value>urn:xmpp:mam:2</value></field><field var='start'><value>2026-01-01T12:01:00Z</value></field><field var='end'><value>2026-01-01T14:03:00+02:00</value></field></x></query></iq>
Romeo receives:
	<message from='romeo@example.org'><result xmlns='urn:xmpp:mam:2' id='{scansion:any}'><forwarded xmlns='urn:xmpp:forward:0' scansion:strict='false'><message xmlns='jabber:client' id='m2' type='chat' scansion:strict='false'/></forwarded></result></message>
	<message from='romeo@example.org'><result xmlns='urn:xmpp:mam:2' id='{scansion:any}'><forwarded xmlns='urn:xmpp:forward:0' scansion:strict='false'><message xmlns='jabber:client' id='m3' type='chat' scansion:strict='false'/></forwarded></result></message>
	<message from='romeo@example.org'><result xmlns='urn:xmpp:mam:2' id='{scansion:any}'><forwarded xmlns='urn:xmpp:forward:0' scansion:strict='false'><message xmlns='jabber:client' id='m4' type='chat' scansion:strict='false'/></forwarded></result></message>
	<iq type='result' id='t2'><fin xmlns='urn:xmpp:mam:2' complete='true'><set xmlns='http://jabber.org/protocol/rsm'><first index='0'>${id2}</first><last>${id4}</last><count>3</count></set></fin></iq>
Romeo sends:
	<iq type='set' id='t3'><query xmlns='urn:xmpp:mam:2'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE' type='hidden'><value>urn:xmpp:mam:2</value></field><field var='start'><value>2026-01-01T12:00:00.001Z</value></field><field var='end'><value>2026-01-01T12:00:59.999Z</value></field></x></query></iq>
Romeo receives:
	<iq type='result' id='t3'><fin xmlns='urn:xmpp:mam:2' complete='true'><set xmlns='http://jabber.org/protocol/rsm'><count>0</count></set></fin></iq>
Romeo sends:
	<iq type='set' id='t4'><query xmlns='urn:xmpp:mam:2'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE' type='hidden'><value>urn:xmpp:mam:2</value></field><field var='end'><value>9999-12-31T23:59:59Z</value></field><field var='start'><value>0001-01-01T00:00:00Z</value></field></x><set xmlns='http://jabber.org/protocol/rsm'><max>1</max><before/></set></query></iq>
Romeo receives:
	<message from='romeo@example.org'><result xmlns='urn:xmpp:mam:2' id='{scansion:any}'><forwarded xmlns='urn:xmpp:forward:0' scansion:strict='false'><message xmlns='jabber:client' id='m5' type='chat' scansion:strict='false'/></forwarded></result></message>
	<iq type='result' id='t4'><fin xmlns='urn:xmpp:mam:2'><set xmlns='http://jabber.org/protocol/rsm'><first>${id5}</first><last>${id5}</last></set></fin></iq>
