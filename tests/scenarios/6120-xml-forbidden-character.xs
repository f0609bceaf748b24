# RFC 6120 §11.4: characters that XML does not have, as a reference and as themselves
[Client] Romeo
	jid: romeo@example.org/a
[Client] Romeo's phone
	jid: romeo@example.org/b
-----
Romeo sends raw:
	<message to='romeo@example.org'><body>&#0;</body></message>
Romeo receives stream error: not-well-formed
Romeo's phone sends raw:
	<message to='romeo@example.org'><body>\x01</body></message>
Romeo's phone receives stream error: not-well-formed
