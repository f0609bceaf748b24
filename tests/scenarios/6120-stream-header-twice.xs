# RFC 6120 §4.3.3: a stream is not restarted at will
## prosody: it calls it invalid-namespace or ignores it
[Client] Romeo
	jid: romeo@example.org
-----
Romeo sends raw:
	<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' to='example.org' version='1.0'>
	</stream:stream>
Romeo receives stream error: unsupported-stanza-type
