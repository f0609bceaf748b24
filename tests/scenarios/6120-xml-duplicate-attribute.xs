# RFC 6120 §4.9.3.13: an attribute twice
[Client] Romeo
	jid: romeo@example.org
-----
Romeo sends raw:
	<message id='1' id='2'/>
Romeo receives stream error: not-well-formed
