# XEP-0313 §4.1.1: messages to or from an address; with oneself means from oneself to oneself
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
[Account] Nurse
	jid: nurse@example.org
-----
Romeo sends:
	<presence/>
Romeo receives:
	<presence/>
Romeo sends:
	<message to='juliet@example.org' id='m1' type='chat'><body>one</body></message>
	<message to='nurse@example.org' id='m2' type='chat'><body>two</body></message>
	<message to='juliet@example.org/balcony' id='m3' type='chat'><body>three</body></message>
	<message to='romeo@example.org' id='m4' type='chat'><body>four</body></message>
Romeo receives:
	<message id='m4' type='chat'/>
Juliet receives:
	<message id='m3' type='chat'/>
Juliet sends:
	<message to='romeo@example.org' id='m5' type='chat'><body>five</body></message>
Romeo receives:
	<message id='m5' type='chat'/>
Romeo sends:
	<iq type='set' id='w1'><query xmlns='urn:xmpp:mam:2'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE' type='hidden'><value>urn:xmpp:mam:2</value></field><field var='with'><value>juliet@example.org</value></field></x></query></iq>
Romeo receives:
	<message from='romeo@example.org'><result xmlns='urn:xmpp:mam:2' id='{scansion:any}'><forwarded xmlns='urn:xmpp:forward:0' scansion:strict='false'><message xmlns='jabber:client' id='m1' type='chat' scansion:strict='false'/></forwarded></result></message>
	<message from='romeo@example.org'><result xmlns='urn:xmpp:mam:2' id='{scansion:any}'><forwarded xmlns='urn:xmpp:forward:0' scansion:strict='false'><message xmlns='jabber:client' id='m3' type='chat' scansion:strict='false'/></forwarded></result></message>
	<message from='romeo@example.org'><result xmlns='urn:xmpp:mam:2' id='{scansion:any}'><forwarded xmlns='urn:xmpp:forward:0' scansion:strict='false'><message xmlns='jabber:client' id='m5' type='chat' scansion:strict='false'/></forwarded></result></message>
	<iq type='result' id='w1'><fin xmlns='urn:xmpp:mam:2' complete='true'><set xmlns='http://jabber.org/protocol/rsm' scansion:strict='false'><count>3</count></set></fin></iq>
Romeo sends:
	<iq type='set' id='w2'><query xmlns='urn:xmpp:mam:2'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE' type='hidden'><value>urn:xmpp:mam:2</value></field><field var='with'><value>juliet@example.org/balcony</value></field></x></query></iq>
Romeo receives:
	<message from='romeo@example.org'><result xmlns='urn:xmpp:mam:2' id='{scansion:any}'><forwarded xmlns='urn:xmpp:forward:0' scansion:strict='false'><message xmlns='jabber:client' id='m3' type='chat' scansion:strict='false'/></forwarded></result></message>
	<message from='romeo@example.org'><result xmlns='urn:xmpp:mam:2' id='{scansion:any}'><forwarded xmlns='urn:xmpp:forward:0' scansion:strict='false'><message xmlns='jabber:client' id='m5' type='chat' scansion:strict='false'/></forwarded></result></message>
	<iq type='result' id='w2'><fin xmlns='urn:xmpp:mam:2' complete='true'><set xmlns='http://jabber.org/protocol/rsm' scansion:strict='false'><count>2</count></set></fin></iq>
Romeo sends:
	<iq type='set' id='w3'><query xmlns='urn:xmpp:mam:2'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE' type='hidden'><value>urn:xmpp:mam:2</value></field><field var='with'><value>juliet@example.org/other</value></field></x></query></iq>
Romeo receives:
	<iq type='result' id='w3'><fin xmlns='urn:xmpp:mam:2' complete='true'><set xmlns='http://jabber.org/protocol/rsm' scansion:strict='false'><count>0</count></set></fin></iq>
Romeo sends:
	<iq type='set' id='w4'><query xmlns='urn:xmpp:mam:2'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE' type='hidden'><value>urn:xmpp:mam:2</value></field><field var='with'><value>nurse@example.org</value></field></x></query></iq>
Romeo receives:
	<message from='romeo@example.org'><result xmlns='urn:xmpp:mam:2' id='{scansion:any}'><forwarded xmlns='urn:xmpp:forward:0' scansion:strict='false'><message xmlns='jabber:client' id='m2' type='chat' scansion:strict='false'/></forwarded></result></message>
	<iq type='result' id='w4'><fin xmlns='urn:xmpp:mam:2' complete='true'><set xmlns='http://jabber.org/protocol/rsm' scansion:strict='false'><count>1</count></set></fin></iq>
Romeo sends:
	<iq type='set' id='w5'><query xmlns='urn:xmpp:mam:2'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE' type='hidden'><value>urn:xmpp:mam:2</value></field><field var='with'><value>romeo@example.org</value></field></x></query></iq>
Romeo receives:
	<message from='romeo@example.org'><result xmlns='urn:xmpp:mam:2' id='{scansion:any}'><forwarded xmlns='urn:xmpp:forward:0' scansion:strict='false'><message xmlns='jabber:client' id='m4' type='chat' scansion:strict='false'/></forwarded></result></message>
	<iq type='result' id='w5'><fin xmlns='urn:xmpp:mam:2' complete='true'><set xmlns='http://jabber.org/protocol/rsm' scansion:strict='false'><count>1</count></set></fin></iq>
Romeo sends:
	<iq type='set' id='w6'><query xmlns='urn:xmpp:mam:2'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE' type='hidden'><value>urn:xmpp:mam:2</value></field><field var='with'><value>romeo@example.org/orchard</value></field></x></query></iq>
Romeo receives:
	<message from='romeo@example.org'><result xmlns='urn:xmpp:mam:2' id='{scansion:any}'><forwarded xmlns='urn:xmpp:forward:0' scansion:strict='false'><message xmlns='jabber:client' id='m4' type='chat' scansion:strict='false'/></forwarded></result></message>
	<iq type='result' id='w6'><fin xmlns='urn:xmpp:mam:2' complete='true'><set xmlns='http://jabber.org/protocol/rsm' scansion:strict='false'><count>1</count></set></fin></iq>
Romeo sends:
	<iq type='set' id='w7'><query xmlns='urn:xmpp:mam:2'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE' type='hidden'><value>urn:xmpp:mam:2</value></field><field var='with'><value>stranger@example.net</value></field></x></query></iq>
Romeo receives:
	<iq type='result' id='w7'><fin xmlns='urn:xmpp:mam:2' complete='true'><set xmlns='http://jabber.org/protocol/rsm' scansion:strict='false'><count>0</count></set></fin></iq>
Romeo sends:
	<iq type='set' id='w8'><query xmlns='urn:xmpp:mam:2'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE' type='hidden'><value>urn:xmpp:mam:2</value></field><field var='with'><value>juliet@example.org</value></field><field var='after-id'><value>x</value></field></x></query></iq>
Romeo receives:
	<iq type='error' id='w8'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
