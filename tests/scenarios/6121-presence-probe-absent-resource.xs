# RFC 6121 §4.3.2: a probe for one resource is answered about that one alone
## prosody: it answers about all of them
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
-----
Romeo sends:
	<presence to='juliet@example.org' type='subscribe'/>
Juliet sends:
	<presence to='romeo@example.org' type='subscribed'/>
	<presence><show>away</show></presence>
Juliet receives:
	<presence/>
Romeo sends:
	<presence to='juliet@example.org/balcony' type='probe'/>
Romeo receives:
	<presence from='juliet@example.org/balcony' to='{scansion:any}'><show>away</show></presence>
Romeo sends:
	<presence to='juliet@example.org/tomb' type='probe'/>
Romeo receives:
	<presence from='juliet@example.org/tomb' to='{scansion:any}' type='unavailable'/>
Romeo receives: nothing
