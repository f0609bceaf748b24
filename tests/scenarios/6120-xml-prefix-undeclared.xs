# RFC 6120 §4.9.3.2: a prefix without namespace
## prosody: its parser calls it not-well-formed
[Client] Romeo
	jid: romeo@example.org
-----
Romeo sends raw:
	<message><x:y/></message>
Romeo receives stream error: bad-namespace-prefix
