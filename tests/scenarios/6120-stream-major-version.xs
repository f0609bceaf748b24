# RFC 6120 §4.7.5: a higher major version is answered with ours, and the client decides
## direct: it is about the plain stream
[Client] Romeo
	jid: romeo@example.org
	raw: true
-----
Romeo sends raw:
	<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' to='example.org' version='2.0'>
Romeo receives a stream header:
	<stream:stream from='example.org' version='1.0'/>
Romeo receives:
	<stream:features/>
Romeo sends raw:
	</stream:stream>
Romeo is disconnected
