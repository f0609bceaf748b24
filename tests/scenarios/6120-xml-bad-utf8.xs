# RFC 6120 §11.6, §4.9.3.22: bytes that are no UTF-8
## prosody: its parser calls it not-well-formed
[Client] Romeo
	jid: romeo@example.org
-----
Romeo sends raw:
	<message to='romeo@example.org'><body>\xc3\x28</body></message>
Romeo receives stream error: unsupported-encoding
