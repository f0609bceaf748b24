# RFC 6120 §8.1.2.1: another resource of the same account is forged too
## prosody: it answers with a stanza error
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Romeo's phone
	jid: romeo@example.org/phone
[Client] Juliet
	jid: juliet@example.org/balcony
-----
Romeo sends:
	<message from='romeo@example.org/phone' to='juliet@example.org/balcony'/>
Romeo receives stream error: invalid-from
Juliet receives: nothing
Romeo's phone receives: nothing
