# RFC 6120 §4.9.3.4: who does not log in, loses the connection
[Client] Romeo
	jid: romeo@example.org
	raw: tls
[Client] Juliet
	jid: juliet@example.org/balcony
-----
after 30s
Romeo receives: nothing
after 2m
Romeo receives stream error: connection-timeout
Juliet receives: nothing
