# login with SCRAM-SHA-512
## prosody: it keeps one hash
[Client] Romeo
	jid: romeo@example.org/orchard
	mechanism: SCRAM-SHA-512
-----
Romeo sends:
	<message to='romeo@example.org/orchard'/>
Romeo receives:
	<message/>
