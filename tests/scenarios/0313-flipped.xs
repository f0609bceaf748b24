# XEP-0313 §4.3.5: a flipped page has the same messages, the last one first
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
	<iq type='set' id='f1'><query xmlns='urn:xmpp:mam:2'><set xmlns='http://jabber.org/protocol/rsm'><max>3</max></set><flip-page/></query></iq>
Romeo receives:
	<message from='romeo@example.org'><result xmlns='urn:xmpp:mam:2' id='{scansion:any}'><forwarded xmlns='urn:xmpp:forward:0' scansion:strict='false'><message xmlns='jabber:client' id='m3' type='chat' scansion:strict='false'/></forwarded></result></message>
	<message from='romeo@example.org'><result xmlns='urn:xmpp:mam:2' id='{scansion:any}'><forwarded xmlns='urn:xmpp:forward:0' scansion:strict='false'><message xmlns='jabber:client' id='m2' type='chat' scansion:strict='false'/></forwarded></result></message>
	<message from='romeo@example.org'><result xmlns='urn:xmpp:mam:2' id='{scansion:any}'><forwarded xmlns='urn:xmpp:forward:0' scansion:strict='false'><message xmlns='jabber:client' id='m1' type='chat' scansion:strict='false'/></forwarded></result></message>
	<iq type='result' id='f1'><fin xmlns='urn:xmpp:mam:2'><set xmlns='http://jabber.org/protocol/rsm'><first index='0'>${id1}</first><last>${id3}</last></set></fin></iq>
Romeo sends:
	<iq type='set' id='f2'><query xmlns='urn:xmpp:mam:2'><set xmlns='http://jabber.org/protocol/rsm'><max>2</max><before/></set><flip-page/></query></iq>
Romeo receives:
	<message from='romeo@example.org'><result xmlns='urn:xmpp:mam:2' id='{scansion:any}'><forwarded xmlns='urn:xmpp:forward:0' scansion:strict='false'><message xmlns='jabber:client' id='m5' type='chat' scansion:strict='false'/></forwarded></result></message>
	<message from='romeo@example.org'><result xmlns='urn:xmpp:mam:2' id='{scansion:any}'><forwarded xmlns='urn:xmpp:forward:0' scansion:strict='false'><message xmlns='jabber:client' id='m4' type='chat' scansion:strict='false'/></forwarded></result></message>
	<iq type='result' id='f2'><fin xmlns='urn:xmpp:mam:2'><set xmlns='http://jabber.org/protocol/rsm'><first>${id4}</first><last>${id5}</last></set></fin></iq>
