# RFC 6121 §4.5.2: who was never available goes without a word; unavailable twice is told once
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
-----
Juliet sends:
	<presence to='romeo@example.org' type='subscribe'/>
Romeo sends:
	<presence to='juliet@example.org' type='subscribed'/>
Juliet sends:
	<presence/>
Juliet receives in any order:
	<presence from='juliet@example.org/balcony'/>
	<presence from='romeo@example.org' type='unavailable'/>
Romeo sends:
	<presence type='unavailable'/>
Juliet receives: nothing
Romeo receives: nothing
Romeo sends:
	<presence/>
	<presence type='unavailable'/>
	<presence type='unavailable'/>
Romeo receives:
	<presence from='romeo@example.org/orchard'/>
	<presence from='romeo@example.org/orchard' type='unavailable'/>
Juliet receives:
	<presence from='romeo@example.org/orchard'/>
	<presence from='romeo@example.org/orchard' type='unavailable'/>
Romeo disconnects
Juliet receives: nothing
