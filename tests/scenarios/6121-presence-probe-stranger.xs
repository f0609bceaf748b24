# RFC 6121 §4.3.2: a probe from who may not see the contact brings no presence: the answer, unsubscribed, is not delivered where nothing was subscribed (§A.3.4)
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
	<presence to='juliet@example.org' type='probe'/>
Romeo receives: nothing
Juliet receives: nothing
