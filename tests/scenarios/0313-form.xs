# XEP-0313 §4.1.5: the fields that the archive knows; XEP-0431 §3.1
[Client] Romeo
	jid: romeo@example.org/orchard
-----
Romeo sends:
	<iq type='get' id='f1'><query xmlns='urn:xmpp:mam:2'/></iq>
Romeo receives:
	<iq type='result' id='f1'><query xmlns='urn:xmpp:mam:2'><x xmlns='jabber:x:data' type='form'><field var='FORM_TYPE' type='hidden'><value>urn:xmpp:mam:2</value></field><field var='with' type='jid-single'/><field var='start' type='text-single'/><field var='end' type='text-single'/><field var='before-id' type='text-single'/><field var='after-id' type='text-single'/><field var='ids' type='list-multi'><validate xmlns='http://jabber.org/protocol/xdata-validate' datatype='xs:string'><open/></validate></field><field var='include-groupchat' type='boolean'/><field var='{urn:xmpp:fulltext:0}fulltext' type='text-single'/></x></query></iq>
