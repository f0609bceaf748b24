# RFC 6120 §6.4.5: wrong passwords on one stream are counted, between two and five are allowed; then the stream ends
## prosody: it counts elsewhere
[Client] Romeo
	jid: romeo@example.org/orchard
	raw: tls
-----
Romeo sends:
	<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>{base64:\0romeo\0first}</auth>
Romeo receives:
	<failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl' scansion:strict='false'><not-authorized/></failure>
Romeo sends:
	<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>{base64:\0romeo\0second}</auth>
Romeo receives:
	<failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl' scansion:strict='false'><not-authorized/></failure>
Romeo sends:
	<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>{base64:\0romeo\0third}</auth>
Romeo receives:
	<failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl' scansion:strict='false'><not-authorized/></failure>
Romeo receives stream error: policy-violation
