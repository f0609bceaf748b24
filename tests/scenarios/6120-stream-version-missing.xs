# RFC 6120 §4.7.5, §4.9.3.25: no version means 0.9, which is not spoken here
## prosody: it goes on without stream features
[Client] Romeo
	jid: romeo@example.org
	raw: true
-----
Romeo sends raw:
	<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' to='example.org'>
Romeo receives a stream header:
	<stream:stream version='1.0'/>
Romeo receives stream error: unsupported-version
