# RFC 6120 §5.3.2: where a listener on loopback says so, TLS is offered and not required
[Client] Romeo
	jid: romeo@example.org/orchard
	plaintext: true
-----
Romeo sends:
	<message to='romeo@example.org/orchard'/>
Romeo receives:
	<message/>
