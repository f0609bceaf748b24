# RFC 6120 §4.8.3: jabber:server is not this stream's content namespace
[Client] Romeo
	jid: romeo@example.org
-----
Romeo sends raw:
	<message xmlns='jabber:server' to='romeo@example.org'/>
Romeo receives stream error: unsupported-stanza-type
