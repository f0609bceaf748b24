# RFC 6121 §4.5.2: who closes the stream without a word is made unavailable too
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
-----
Romeo sends:
	<presence to='juliet@example.org' type='subscribe'/>
Juliet sends:
	<presence to='romeo@example.org' type='subscribed'/>
	<presence/>
Juliet receives:
	<presence from='juliet@example.org/balcony'/>
Romeo sends:
	<presence/>
Romeo receives in any order:
	<presence from='romeo@example.org/orchard'/>
	<presence from='juliet@example.org/balcony'/>
Juliet disconnects
Romeo receives:
	<presence from='juliet@example.org/balcony' type='unavailable'/>
