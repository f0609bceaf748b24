# XEP-0313 §4.1.3: messages before, after and of these names
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
	<iq type='set' id='i1'><query xmlns='urn:xmpp:mam:2'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE' type='hidden'><value>urn:xmpp:mam:2</value></field><field var='after-id'><value>${id2}</value></field></x></query></iq>
Romeo receives:
	<message from='romeo@example.org'><result xmlns='urn:xmpp:mam:2' id='{scansion:any}'><forwarded xmlns='urn:xmpp:forward:0' scansion:strict='false'><message xmlns='jabber:client' id='m3' type='chat' scansion:strict='false'/></forwarded></result></message>
	<message from='romeo@example.org'><result xmlns='urn:xmpp:mam:2' id='{scansion:any}'><forwarded xmlns='urn:xmpp:forward:0' scansion:strict='false'><message xmlns='jabber:client' id='m4' type='chat' scansion:strict='false'/></forwarded></result></message>
	<message from='romeo@example.org'><result xmlns='urn:xmpp:mam:2' id='{scansion:any}'><forwarded xmlns='urn:xmpp:forward:0' scansion:strict='false'><message xmlns='jabber:client' id='m5' type='chat' scansion:strict='false'/></forwarded></result></message>
	<iq type='result' id='i1'><fin xmlns='urn:xmpp:mam:2' complete='true'><set xmlns='http://jabber.org/protocol/rsm'><first index='0'>${id3}</first><last>${id5}</last><count>3</count></set></fin></iq>
Romeo sends:
	<iq type='set' id='i2'><query xmlns='urn:xmpp:mam:2'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE' type='hidden'><value>urn:xmpp:mam:2</value></field><field var='before-id'><value>${id3}</value></field></x></query></iq>
Romeo receives:
	<message from='romeo@example.org'><result xmlns='urn:xmpp:mam:2' id='{scansion:any}'><forwarded xmlns='urn:xmpp:forward:0' scansion:strict='false'><message xmlns='jabber:client' id='m1' type='chat' scansion:strict='false'/></forwarded></result></message>
	<message from='romeo@example.org'><result xmlns='urn:xmpp:mam:2' id='{scansion:any}'><forwarded xmlns='urn:xmpp:forward:0' scansion:strict='false'><message xmlns='jabber:client' id='m2' type='chat' scansion:strict='false'/></forwarded></result></message>
	<iq type='result' id='i2'><fin xmlns='urn:xmpp:mam:2' complete='true'><set xmlns='http://jabber.org/protocol/rsm'><first index='0'>${id1}</first><last>${id2}</last><count>2</count></set></fin></iq>
Romeo sends:
	<iq type='set' id='i3'><query xmlns='urn:xmpp:mam:2'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE' type='hidden'><value>urn:xmpp:mam:2</value></field><field var='after-id'><value>${id1}</value></field><field var='before-id'><value>${id5}</value></field></x><set xmlns='http://jabber.org/protocol/rsm'><max>2</max><before/></set></query></iq>
Romeo receives:
	<message from='romeo@example.org'><result xmlns='urn:xmpp:mam:2' id='{scansion:any}'><forwarded xmlns='urn:xmpp:forward:0' scansion:strict='false'><message xmlns='jabber:client' id='m3' type='chat' scansion:strict='false'/></forwarded></result></message>
	<message from='romeo@example.org'><result xmlns='urn:xmpp:mam:2' id='{scansion:any}'><forwarded xmlns='urn:xmpp:forward:0' scansion:strict='false'><message xmlns='jabber:client' id='m4' type='chat' scansion:strict='false'/></forwarded></result></message>
	<iq type='result' id='i3'><fin xmlns='urn:xmpp:mam:2'><set xmlns='http://jabber.org/protocol/rsm'><first>${id3}</first><last>${id4}</last></set></fin></iq>
Romeo sends:
	<iq type='set' id='i4'><query xmlns='urn:xmpp:mam:2'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE' type='hidden'><value>urn:xmpp:mam:2</value></field><field var='ids'><value>${id4}</value><value>${id2}</value><value>${id4}</value></field></x></query></iq>
Romeo receives:
	<message from='romeo@example.org'><result xmlns='urn:xmpp:mam:2' id='{scansion:any}'><forwarded xmlns='urn:xmpp:forward:0' scansion:strict='false'><message xmlns='jabber:client' id='m2' type='chat' scansion:strict='false'/></forwarded></result></message>
	<message from='romeo@example.org'><result xmlns='urn:xmpp:mam:2' id='{scansion:any}'><forwarded xmlns='urn:xmpp:forward:0' scansion:strict='false'><message xmlns='jabber:client' id='m4' type='chat' scansion:strict='false'/></forwarded></result></message>
	<iq type='result' id='i4'><fin xmlns='urn:xmpp:mam:2' complete='true'><set xmlns='http://jabber.org/protocol/rsm'><first index='0'>${id2}</first><last>${id4}</last><count>2</count></set></fin></iq>
Romeo sends:
	<iq type='set' id='i5'><query xmlns='urn:xmpp:mam:2'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE' type='hidden'><value>urn:xmpp:mam:2</value></field><field var='ids'><value>${id4}</value><value>${id2}</value></field></x><set xmlns='http://jabber.org/protocol/rsm'><max>1</max></set></query></iq>
Romeo receives:
	<message from='romeo@example.org'><result xmlns='urn:xmpp:mam:2' id='{scansion:any}'><forwarded xmlns='urn:xmpp:forward:0' scansion:strict='false'><message xmlns='jabber:client' id='m2' type='chat' scansion:strict='false'/></forwarded></result></message>
	<iq type='result' id='i5'><fin xmlns='urn:xmpp:mam:2'><set xmlns='http://jabber.org/protocol/rsm'><first index='0'>${id2}</first><last>${id2}</last><count>2</count></set></fin></iq>
Romeo sends:
	<iq type='set' id='i6'><query xmlns='urn:xmpp:mam:2'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE' type='hidden'><value>urn:xmpp:mam:2</value></field><field var='ids'><value>${id4}</value><value>x</value></field></x></query></iq>
Romeo receives:
	<iq type='error' id='i6'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
