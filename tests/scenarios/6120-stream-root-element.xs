# RFC 6120 §4.8.1: the root element is 'stream'
## prosody: it says invalid-namespace
[Client] Romeo
	jid: romeo@example.org
	raw: true
-----
Romeo sends raw:
	<stream:flow xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' to='example.org' version='1.0'>
Romeo receives a stream header
Romeo receives stream error: bad-format
