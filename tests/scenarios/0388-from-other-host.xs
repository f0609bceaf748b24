# XEP-0388 §2.1: a client that names an account of another host is told so
## prosody: it has no SASL2
## direct: it is about the stream header
[Client] Romeo
	jid: romeo@example.org
	raw: true
-----
Romeo sends raw:
	<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' to='example.org' version='1.0'>
Romeo receives a stream header
Romeo receives:
	<stream:features/>
Romeo sends:
	<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>
Romeo receives:
	<proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>
Romeo does the TLS handshake
Romeo sends raw:
	<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' from='romeo@elsewhere.example' to='example.org' version='1.0'>
Romeo receives a stream header
Romeo receives stream error: invalid-from
