# RFC 6121 §5.2.2: a message of unknown type is treated as normal
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
-----
Juliet sends:
	<presence/>
Juliet receives:
	<presence from='juliet@example.org/balcony'/>
Romeo sends:
	<message type='whisper' to='juliet@example.org'><body>?</body></message>
Juliet receives:
	<message type='{scansion:any}' from='romeo@example.org/orchard'><body>?</body></message>
