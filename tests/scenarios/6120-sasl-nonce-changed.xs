# RFC 5802 §5.1: the nonce of the final message must be the server's
[Client] Romeo
	jid: romeo@example.org/orchard
	raw: tls
-----
Romeo sends:
	<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='SCRAM-SHA-1'>{base64:n,,n=romeo,r=fyko+d2lbbFgONRv9qkxdawL}</auth>
Romeo receives:
	<challenge xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>{scansion:any}</challenge>
Romeo sends:
	<response xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>{base64:c=biws,r=another,p=AAAAAAAAAAAAAAAAAAAAAAAAAAA=}</response>
Romeo receives:
	<failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl' scansion:strict='false'/>
