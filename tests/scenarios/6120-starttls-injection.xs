# RFC 6120 §5.4.3.3, CVE-2011-0411: plaintext sent together with <starttls/> is no part of the protected stream
## prosody: it answers the injected header
## direct: it is about the plain stream
[Client] Romeo
	jid: romeo@example.org
	raw: true
[Client] Juliet
	jid: juliet@example.org/balcony
-----
Romeo opens a stream
Romeo receives a stream header
Romeo receives:
	<stream:features/>
Romeo sends raw:
	<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>
	<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' to='example.org' version='1.0'>
Romeo receives:
	<proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>
Romeo does the TLS handshake
Romeo receives: nothing
Romeo opens a stream
Romeo receives a stream header
Romeo receives:
	<stream:features/>
Romeo authenticates
Romeo binds
