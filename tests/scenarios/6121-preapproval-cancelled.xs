# RFC 6121 §3.4.2: a pre-approval is taken back with unsubscribed, which is not routed
## prosody: 0.12 does not
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
-----
Juliet sends:
	<presence to='romeo@example.org' type='subscribed'/>
	<presence to='romeo@example.org' type='unsubscribed'/>
	<presence/>
Juliet receives:
	<presence from='juliet@example.org/balcony'/>
Romeo sends:
	<presence to='juliet@example.org' type='subscribe'/>
Juliet receives:
	<presence from='romeo@example.org' type='subscribe'/>
Romeo receives: nothing
