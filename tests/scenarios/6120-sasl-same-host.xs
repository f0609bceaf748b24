# RFC 6120 §6.4.6, §4.3.3: after SASL the stream goes on with the same host
## prosody: it says not-authorized
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
Romeo sends raw:
	<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' to='nowhere.example' version='1.0'>
Romeo receives a stream header
Romeo receives stream error: host-unknown
