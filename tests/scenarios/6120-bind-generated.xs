# RFC 6120 §7.6: the server chooses a resource, another one each time
[Client] Romeo
	jid: romeo@example.org
	raw: sasl
[Client] Romeo's phone
	jid: romeo@example.org
	raw: sasl
-----
Romeo sends:
	<iq type='set' id='b1'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></iq>
Romeo receives:
	<iq type='result' id='b1'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><jid>{capture:first}</jid></bind></iq>
Romeo's phone sends:
	<iq type='set' id='b2'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></iq>
Romeo's phone receives:
	<iq type='result' id='b2'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><jid>{scansion:not ${first}}</jid></bind></iq>
