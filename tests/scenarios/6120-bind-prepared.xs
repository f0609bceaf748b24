# RFC 7622 §3.4: the resource comes back prepared (OpaqueString: other spaces become spaces, NFC)
## prosody: 0.12 prepares by RFC 3920
[Client] Romeo
	jid: romeo@example.org
	raw: sasl
-----
Romeo sends raw:
	<iq type='set' id='b1'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><resource>Cafe&#x301;&#xa0;1</resource></bind></iq>
Romeo receives:
	<iq type='result' id='b1'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><jid>romeo@example.org/Café 1</jid></bind></iq>
