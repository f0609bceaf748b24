# RFC 6120 §4.9.3.14: nesting has a limit
## prosody: it has none that low
[Client] Romeo
	jid: romeo@example.org
-----
Romeo sends raw:
	<message to='romeo@example.org'>{repeat 100 <a>}{repeat 100 </a>}</message>
Romeo receives stream error: policy-violation
