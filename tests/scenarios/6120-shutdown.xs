# RFC 6120 §4.9.3.20: a server that stops says system-shutdown to everybody, bound or not
## federated: one server stops
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
	raw: tls
-----
the server stops
Romeo receives stream error: system-shutdown
Juliet receives stream error: system-shutdown
