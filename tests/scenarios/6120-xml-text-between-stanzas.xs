# RFC 6120 §4.9.3.1: only whitespace may stand between stanzas
## prosody: it ignores it
[Client] Romeo
	jid: romeo@example.org
-----
Romeo sends raw:
	hello
Romeo receives stream error: bad-format
