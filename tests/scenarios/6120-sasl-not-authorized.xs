# RFC 6120 §6.5.10: a wrong password; the client may try again (§6.4.5)
[Client] Romeo
	jid: romeo@example.org/orchard
	raw: tls
-----
Romeo sends:
	<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='SCRAM-SHA-1'>{base64:n,,n=romeo,r=fyko+d2lbbFgONRv9qkxdawL}</auth>
Romeo receives:
	<challenge xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>{capture:challenge}</challenge>
Romeo sends:
	<response xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>{scram-proof:n,,|n=romeo,r=fyko+d2lbbFgONRv9qkxdawL|wrong|${challenge}}</response>
Romeo receives:
	<failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl' scansion:strict='false'><not-authorized/></failure>
Romeo authenticates
Romeo binds
