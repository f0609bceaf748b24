# RFC 6120 §6.5.10, §13.11: an account that does not exist gets the same challenge and the same answer
## prosody: it fails before the challenge
[Client] Romeo
	jid: romeo@example.org/orchard
	raw: tls
-----
Romeo sends:
	<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='SCRAM-SHA-1'>{base64:n,,n=nobody,r=fyko+d2lbbFgONRv9qkxdawL}</auth>
Romeo receives:
	<challenge xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>{capture:challenge}</challenge>
Romeo sends:
	<response xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>{scram-proof:n,,|n=romeo,r=fyko+d2lbbFgONRv9qkxdawL|wrong|${challenge}}</response>
Romeo receives:
	<failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl' scansion:strict='false'><not-authorized/></failure>
