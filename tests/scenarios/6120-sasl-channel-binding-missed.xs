# RFC 5802 §6: a client that says the server offered no channel binding, when it did, was deceived
## memory: TLS in memory has no channel binding to offer
## prosody: it offers none on these terms
[Client] Romeo
	jid: romeo@example.org/orchard
	raw: tls
-----
Romeo sends:
	<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='SCRAM-SHA-1'>{base64:y,,n=romeo,r=fyko+d2lbbFgONRv9qkxdawL}</auth>
Romeo receives:
	<failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl' scansion:strict='false'/>
Romeo authenticates
