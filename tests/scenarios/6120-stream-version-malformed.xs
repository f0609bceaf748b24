# RFC 6120 §4.9.3.25: a version that is no version
## prosody: it does not look
[Client] Romeo
	jid: romeo@example.org
	raw: true
-----
Romeo sends raw:
	<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' to='example.org' version='one'>
Romeo receives a stream header
Romeo receives stream error: unsupported-version
