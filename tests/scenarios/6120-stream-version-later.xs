# RFC 6120 §4.7.5: who speaks a later version is answered with ours, and decides
## prosody: it does not look
[Client] Romeo
	jid: romeo@example.org
	raw: true
-----
Romeo sends raw:
	<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' to='example.org' version='2.0'>
Romeo receives a stream header:
	<stream:stream version='1.0'/>
Romeo receives:
	<stream:features><starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'><required/></starttls></stream:features>
