# RFC 6120 §4.4: what was sent before the closing tag is still handled
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
-----
Romeo sends raw:
	<message to='juliet@example.org/balcony'><body>adieu</body></message></stream:stream>
Romeo is disconnected
Juliet receives:
	<message from='romeo@example.org/orchard'><body>adieu</body></message>
