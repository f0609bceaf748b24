# RFC 6121 §3.1.3: who is subscribed already and asks again is answered by the server
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
# he forgets, and asks again: Juliet is not bothered
Romeo sends:
	<presence to='juliet@example.org' type='subscribe'/>
Juliet receives: nothing
