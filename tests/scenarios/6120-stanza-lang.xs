# RFC 6120 §8.1.5: a stanza without xml:lang gets its stream's, one with keeps it
## prosody: it leaves the stream's language out
[Client] Romeo
	jid: romeo@example.org/orchard
	lang: it
[Client] Juliet
	jid: juliet@example.org/balcony
-----
Romeo sends:
	<message to='juliet@example.org/balcony'><body>ciao</body></message>
	<message to='juliet@example.org/balcony' xml:lang='en'><body>hi</body></message>
Juliet receives:
	<message xml:lang='it'><body>ciao</body></message>
	<message xml:lang='en'><body>hi</body></message>
