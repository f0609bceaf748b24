# RFC 6120 §8.1.2.1, §4.9.3.9: a forged 'from' ends the stream and nothing is delivered
## prosody: it answers with a stanza error
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
-----
Romeo sends:
	<message from='nurse@example.org' to='juliet@example.org/balcony'><body>it is I</body></message>
Romeo receives stream error: invalid-from
Juliet receives: nothing
