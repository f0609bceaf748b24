# RFC 6120 §4.9.3.12: a stanza before authentication
## prosody: it answers with a stanza error
[Client] Romeo
	jid: romeo@example.org
	raw: tls
[Client] Juliet
	jid: juliet@example.org/balcony
-----
Romeo sends:
	<message to='juliet@example.org/balcony'><body>who am I?</body></message>
Romeo receives stream error: not-authorized
Juliet receives: nothing
