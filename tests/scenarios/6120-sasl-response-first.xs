# RFC 6120 §6.4.3: a response to nothing
## prosody: another condition
[Client] Romeo
	jid: romeo@example.org/orchard
	raw: tls
-----
Romeo sends:
	<response xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>{base64:n,,n=romeo}</response>
Romeo receives:
	<failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl' scansion:strict='false'><malformed-request/></failure>
