# RFC 6120 §11.6, §4.9.3.22: another encoding is declared
## prosody: it goes on
[Client] Romeo
	jid: romeo@example.org
	raw: true
-----
Romeo sends raw:
	<?xml version='1.0' encoding='ISO-8859-1'?>
	<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' to='example.org' version='1.0'>
Romeo receives a stream header
Romeo receives stream error: unsupported-encoding
