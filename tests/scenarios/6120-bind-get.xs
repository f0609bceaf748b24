# RFC 6120 §7.1: only binding is allowed before binding, and it is a set
## prosody: it answers with a stanza error
[Client] Romeo
	jid: romeo@example.org
	raw: sasl
-----
Romeo sends:
	<iq type='get' id='b1'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></iq>
Romeo receives stream error: not-authorized
