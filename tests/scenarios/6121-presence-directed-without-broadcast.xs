# RFC 6121 §4.6.3: directed presence without broadcast presence: loss is told as well
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
-----
Romeo sends:
	<presence to='juliet@example.org/balcony'/>
Juliet receives:
	<presence from='romeo@example.org/orchard'/>
Romeo loses the connection
Juliet receives:
	<presence from='romeo@example.org/orchard' type='unavailable'/>
