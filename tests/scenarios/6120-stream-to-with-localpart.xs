# RFC 6120 §4.7.2: 'to' is a domainpart; an account's address is no host
[Client] Romeo
	jid: romeo@example.org
	raw: true
-----
Romeo sends raw:
	<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' to='romeo@example.org' version='1.0'>
Romeo receives a stream header
Romeo receives stream error: host-unknown
