# RFC 4505, XEP-0175: a guest gets an account that lives as long as its session
## prosody: it is not configured for guests
[Server]
	anonymous: on

[Client] Romeo
	jid: romeo@example.org/orchard
	raw: tls
-----
Romeo sends:
	<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='ANONYMOUS'/>
Romeo receives:
	<success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>
Romeo opens a stream
Romeo receives a stream header
Romeo receives:
	<stream:features scansion:strict='false'/>
Romeo sends:
	<iq type='set' id='b1'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><resource>guest</resource></bind></iq>
Romeo receives:
	<iq type='result' id='b1'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><jid>{scansion:any}</jid></bind></iq>
Romeo sends:
	<iq type='get' id='r1'><query xmlns='jabber:iq:roster'/></iq>
Romeo receives:
	<iq type='result' id='r1'><query xmlns='jabber:iq:roster'/></iq>
Romeo sends:
	<message id='m1'><body>Am I here?</body></message>
Romeo sends:
	<presence/>
Romeo receives:
	<presence from='{scansion:any}'/>
Romeo receives:
	<message id='m1' scansion:strict='false'><body>Am I here?</body></message>
