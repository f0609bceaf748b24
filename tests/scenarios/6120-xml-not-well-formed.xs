# RFC 6120 §4.9.3.13: tags that don't match
[Client] Romeo
	jid: romeo@example.org
-----
Romeo sends raw:
	<message><body></message>
Romeo receives stream error: not-well-formed
