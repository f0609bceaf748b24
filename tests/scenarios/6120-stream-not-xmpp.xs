# RFC 6120 §4.9.3.13: something else speaks on the port; no trace, one error
## prosody: it says invalid-namespace or nothing
[Client] Romeo
	jid: romeo@example.org
	raw: true
-----
Romeo sends raw:
	GET / HTTP/1.1\r\nHost: example.org\r\n\r\n
Romeo receives a stream header
Romeo receives stream error: not-well-formed
