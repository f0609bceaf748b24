# RFC 6120 §6.5.6: an authorization identity that is not the account's
## prosody: another condition
[Client] Romeo
	jid: romeo@example.org/orchard
	raw: tls
-----
Romeo sends:
	<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='SCRAM-SHA-1'>{base64:n,a=juliet@example.org,n=romeo,r=fyko+d2lbbFgONRv9qkxdawL}</auth>
Romeo receives:
	<failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl' scansion:strict='false'><invalid-authzid/></failure>
