# RFC 6120 §4.7.2: a client that says who it is gets its bare address as the answer's 'to'
## direct: it is about the plain stream
## prosody: it leaves 'to' out when it answers a client
[Client] Romeo
	jid: romeo@example.org
	raw: true
-----
Romeo sends raw:
	<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' from='romeo@example.org' to='example.org' version='1.0'>
Romeo receives a stream header:
	<stream:stream from='example.org' to='romeo@example.org' version='1.0' id='{scansion:any}'/>
Romeo receives:
	<stream:features/>
Romeo sends raw:
	</stream:stream>
Romeo is disconnected
