# RFC 6120 §7.7: the client chooses its resource
[Client] Romeo
	jid: romeo@example.org
	raw: sasl
-----
Romeo sends:
	<iq type='set' id='b1'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><resource>orchard</resource></bind></iq>
Romeo receives:
	<iq type='result' id='b1'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><jid>romeo@example.org/orchard</jid></bind></iq>
