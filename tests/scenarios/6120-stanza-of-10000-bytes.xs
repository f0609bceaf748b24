# RFC 6120 §13.12: at least 10,000 bytes must be accepted
[Client] Romeo
	jid: romeo@example.org/orchard
-----
Romeo sends:
	<message to='romeo@example.org/orchard'><body>{repeat 9900 a}</body></message>
Romeo receives:
	<message><body>{repeat 9900 a}</body></message>
