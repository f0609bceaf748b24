# RFC 7677: login with SCRAM-SHA-256
## prosody: it keeps one hash
[Client] Romeo
	jid: romeo@example.org/orchard
	mechanism: SCRAM-SHA-256
-----
Romeo sends:
	<message to='romeo@example.org/orchard'/>
Romeo receives:
	<message/>
