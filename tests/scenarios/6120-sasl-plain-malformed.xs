# RFC 4616 §2: PLAIN without its parts
[Client] Romeo
	jid: romeo@example.org/orchard
	raw: tls
-----
Romeo sends:
	<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>{base64:romeo}</auth>
Romeo receives:
	<failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl' scansion:strict='false'><malformed-request/></failure>
Romeo authenticates
