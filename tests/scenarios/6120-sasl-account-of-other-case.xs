# RFC 7622 §3.3, RFC 8265 §3.3: the username is case-mapped before it is compared
## prosody: 0.12 looks the name up before it prepares it
[Client] Romeo
	jid: romeo@example.org/orchard
	raw: tls
-----
Romeo sends:
	<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='SCRAM-SHA-1'>{base64:n,,n=ROMEO,r=fyko+d2lbbFgONRv9qkxdawL}</auth>
Romeo receives:
	<challenge xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>{capture:challenge}</challenge>
Romeo sends:
	<response xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>{scram-proof:n,,|n=ROMEO,r=fyko+d2lbbFgONRv9qkxdawL|password|${challenge}}</response>
Romeo receives:
	<success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>{scansion:any}</success>
