# RFC 6120 §4.9.3.14, §13.12: a stanza larger than the limit ends the stream
[Client] Romeo
	jid: romeo@example.org
-----
Romeo sends raw:
	<message to='romeo@example.org'><body>{repeat 300000 a}</body></message>
Romeo receives stream error: policy-violation
