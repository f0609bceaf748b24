# RFC 6121 §2.6.1, §3.4.1: versioning and pre-approval are stream features
[Client] Romeo
	jid: romeo@example.org/orchard
	raw: tls
-----
Romeo sends:
	<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='SCRAM-SHA-1'>{base64:n,,n=romeo,r=fyko+d2lbbFgONRv9qkxdawL}</auth>
Romeo receives:
	<challenge xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>{capture:challenge}</challenge>
Romeo sends:
	<response xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>{scram-proof:n,,|n=romeo,r=fyko+d2lbbFgONRv9qkxdawL|password|${challenge}}</response>
Romeo receives:
	<success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>{scansion:any}</success>
Romeo opens a stream
Romeo receives a stream header
Romeo receives:
	<stream:features>
		<bind xmlns='urn:ietf:params:xml:ns:xmpp-bind' scansion:strict='false'/>
		<ver xmlns='urn:xmpp:features:rosterver' scansion:strict='false'/>
		<sub xmlns='urn:xmpp:features:pre-approval' scansion:strict='false'/>
	</stream:features>
