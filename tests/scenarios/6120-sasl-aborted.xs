# RFC 6120 §6.4.4, §6.5.1: the client gives up, and may begin anew
[Client] Romeo
	jid: romeo@example.org/orchard
	raw: tls
-----
Romeo sends:
	<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='SCRAM-SHA-1'>{base64:n,,n=romeo,r=fyko+d2lbbFgONRv9qkxdawL}</auth>
Romeo receives:
	<challenge xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>{scansion:any}</challenge>
Romeo sends:
	<abort xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>
Romeo receives:
	<failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl' scansion:strict='false'><aborted/></failure>
Romeo authenticates
Romeo binds
