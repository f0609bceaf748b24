# RFC 6120 §11.3: a prefix without namespace is not namespace-well-formed
[Client] Romeo
	jid: romeo@example.org
-----
Romeo sends raw:
	<message><x:y/></message>
Romeo receives stream error: not-well-formed
