# XEP-0357 §7.1: after five errors in a row the service is disabled; a success in between begins the count anew
[Client] Romeo
	jid: romeo@example.org/phone
[Client] Juliet
	jid: juliet@example.org/balcony
[Client] App
	jid: push@example.org/app
-----
Romeo sends:
	<iq type='set' id='e1'><enable xmlns='urn:xmpp:push:0' jid='push@example.org/app' node='n'/></iq>
	<iq type='set' id='e2'><enable xmlns='urn:xmpp:push:0' jid='push.nowhere.example' node='n'/></iq>
Romeo receives:
	<iq type='result' id='e1'/>
	<iq type='result' id='e2'/>
Romeo disconnects
Juliet sends:
	<message to='romeo@example.org' type='chat'><body>Romeo!</body></message>
App receives:
	<iq type='set' from='example.org' id='{capture:p1}'/>
App sends:
	<iq type='error' id='${p1}' to='example.org'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
after 2m
Juliet sends:
	<message to='romeo@example.org' type='chat'><body>Romeo!</body></message>
App receives:
	<iq type='set' from='example.org' id='{capture:p2}'/>
App sends:
	<iq type='error' id='${p2}' to='example.org'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
after 2m
Juliet sends:
	<message to='romeo@example.org' type='chat'><body>Romeo!</body></message>
App receives:
	<iq type='set' from='example.org' id='{capture:p3}'/>
App sends:
	<iq type='error' id='${p3}' to='example.org'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
after 2m
Juliet sends:
	<message to='romeo@example.org' type='chat'><body>Romeo!</body></message>
App receives:
	<iq type='set' from='example.org' id='{capture:p4}'/>
App sends:
	<iq type='error' id='${p4}' to='example.org'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
after 2m
Juliet sends:
	<message to='romeo@example.org' type='chat'><body>Romeo!</body></message>
App receives:
	<iq type='set' from='example.org' id='{capture:p5}'/>
App sends:
	<iq type='result' id='${p5}' to='example.org'/>
after 2m
Juliet sends:
	<message to='romeo@example.org' type='chat'><body>Romeo!</body></message>
App receives:
	<iq type='set' from='example.org' id='{capture:p6}'/>
App sends:
	<iq type='error' id='${p6}' to='example.org'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
after 2m
Juliet sends:
	<message to='romeo@example.org' type='chat'><body>Romeo!</body></message>
App receives:
	<iq type='set' from='example.org' id='{capture:p7}'/>
App sends:
	<iq type='error' id='${p7}' to='example.org'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
after 2m
Juliet sends:
	<message to='romeo@example.org' type='chat'><body>Romeo!</body></message>
App receives:
	<iq type='set' from='example.org' id='{capture:p8}'/>
App sends:
	<iq type='error' id='${p8}' to='example.org'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
after 2m
Juliet sends:
	<message to='romeo@example.org' type='chat'><body>Romeo!</body></message>
App receives:
	<iq type='set' from='example.org' id='{capture:p9}'/>
App sends:
	<iq type='error' id='${p9}' to='example.org'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
after 2m
Juliet sends:
	<message to='romeo@example.org' type='chat'><body>Romeo!</body></message>
App receives:
	<iq type='set' from='example.org' id='{capture:p10}'/>
App sends:
	<iq type='error' id='${p10}' to='example.org'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
after 2m
# disabled
Juliet sends:
	<message to='romeo@example.org' type='chat'><body>Romeo!</body></message>
App receives: nothing
# until it is enabled again
Romeo connects
Romeo sends:
	<iq type='set' id='e3'><enable xmlns='urn:xmpp:push:0' jid='push@example.org/app' node='n'/></iq>
Romeo receives:
	<iq type='result' id='e3'/>
Romeo disconnects
Juliet sends:
	<message to='romeo@example.org' type='chat'><body>Romeo!</body></message>
App receives:
	<iq type='set' from='example.org' id='{scansion:any}'/>
