# RFC 6121 §4.5.2: who loses the connection without a word is made unavailable by the server
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
-----
Romeo connects
Romeo sends:
	<presence to='juliet@example.org' type='subscribe'/>
Juliet sends:
	<presence to='romeo@example.org' type='subscribed'/>
Romeo sends:
	<presence/>
Romeo receives in any order:
	<presence from='romeo@example.org/orchard'/>
	<presence from='juliet@example.org' type='unavailable'/>
Juliet sends:
	<presence/>
Juliet receives:
	<presence from='juliet@example.org/balcony'/>
Romeo receives:
	<presence from='juliet@example.org/balcony'/>
Juliet loses the connection
Romeo receives:
	<presence from='juliet@example.org/balcony' type='unavailable'/>
