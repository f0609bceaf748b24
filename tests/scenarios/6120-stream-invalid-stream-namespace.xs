# RFC 6120 §4.9.3.10: the stream's namespace is another
[Client] Romeo
	jid: romeo@example.org
	raw: true
-----
Romeo sends raw:
	<stream:stream xmlns='jabber:client' xmlns:stream='http://wrong.namespace.example.org/' to='example.org' version='1.0'>
Romeo receives a stream header
Romeo receives stream error: invalid-namespace
