# RFC 6120 §4.9.3.10: the content namespace is one that clients don't speak
## prosody: it goes on
[Client] Romeo
	jid: romeo@example.org
	raw: true
-----
Romeo sends raw:
	<stream:stream xmlns='jabber:bogus' xmlns:stream='http://etherx.jabber.org/streams' to='example.org' version='1.0'>
Romeo receives a stream header
Romeo receives stream error: invalid-namespace
