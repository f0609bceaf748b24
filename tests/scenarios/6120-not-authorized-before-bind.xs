# RFC 6120 §7.1: a stanza before a resource is bound
## prosody: it ignores it
[Client] Romeo
	jid: romeo@example.org
	raw: sasl
[Client] Juliet
	jid: juliet@example.org/balcony
-----
Romeo sends:
	<message to='juliet@example.org/balcony'><body>who am I?</body></message>
Romeo receives stream error: not-authorized
Juliet receives: nothing
