# RFC 6120 §6.5.4: SASL before TLS where TLS is required
## direct: it is about the plain stream
## prosody: another condition
[Client] Romeo
	jid: romeo@example.org
	raw: true
-----
Romeo opens a stream
Romeo receives a stream header
Romeo receives:
	<stream:features/>
Romeo sends:
	<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>{base64:\0romeo\0password}</auth>
Romeo receives:
	<failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl' scansion:strict='false'><encryption-required/></failure>
# the stream is still good for TLS
Romeo starts TLS
Romeo authenticates
Romeo binds
