# RFC 6120 §4.6.1: whitespace between stanzas keeps a connection alive and means nothing
[Client] Romeo
	jid: romeo@example.org/orchard
-----
Romeo sends raw:
	\n \t\r\n
Romeo receives: nothing
Romeo sends:
	<message to='romeo@example.org/orchard'/>
Romeo receives:
	<message/>
