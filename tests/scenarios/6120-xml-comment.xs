# RFC 6120 §11.1, §4.9.3.18: comments are not allowed
## prosody: its parser calls it not-well-formed
[Client] Romeo
	jid: romeo@example.org
-----
Romeo sends raw:
	<!-- hello -->
Romeo receives stream error: restricted-xml
