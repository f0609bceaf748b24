# RFC 6121 §4.6.3: directed unavailable ends it; nothing more comes when the session ends
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
-----
Juliet sends:
	<presence/>
Juliet receives:
	<presence/>
Romeo sends:
	<presence to='juliet@example.org/balcony'/>
	<presence to='juliet@example.org/balcony' type='unavailable'/>
Juliet receives:
	<presence from='romeo@example.org/orchard'/>
	<presence from='romeo@example.org/orchard' type='unavailable'/>
Romeo disconnects
Juliet receives: nothing
