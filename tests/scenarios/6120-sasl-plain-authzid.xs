# RFC 6120 §6.3.8, §6.5.6: PLAIN for another account
## prosody: another condition
[Client] Romeo
	jid: romeo@example.org/orchard
	raw: tls
-----
Romeo sends:
	<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>{base64:juliet@example.org\0romeo\0password}</auth>
Romeo receives:
	<failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl' scansion:strict='false'><invalid-authzid/></failure>
# his own is allowed
Romeo sends:
	<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>{base64:romeo@example.org\0romeo\0password}</auth>
Romeo receives:
	<success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>
