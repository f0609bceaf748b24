# RFC 6120 §4: bytes come in pieces; a stanza is one however it was cut
[Client] Romeo
	jid: romeo@example.org/orchard
-----
Romeo sends raw:
	<mess
Romeo sends raw:
	age to='romeo@example.org/orchard' id='cut'><body>Gr\xc3
Romeo sends raw:
	\xbc\xc3\x9fe &am
Romeo sends raw:
	p; mehr</body></message
Romeo sends raw:
	>
Romeo receives:
	<message id='cut'><body>Grüße &amp; mehr</body></message>
