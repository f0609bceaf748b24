# RFC 6120 §4.7.2, §4.9.3.7: a client must say whom it wants
[Client] Romeo
	jid: romeo@example.org
	raw: true
-----
Romeo sends raw:
	<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' version='1.0'>
Romeo receives a stream header
Romeo receives stream error: improper-addressing
