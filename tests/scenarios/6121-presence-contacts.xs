# RFC 6121 §4.2-§4.5: presence between contacts: initial, update, unavailable; probes answer a newcomer (§4.3.2)
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
-----
# they befriend each other before either is available
Romeo sends:
	<presence to='juliet@example.org' type='subscribe'/>
Juliet sends:
	<presence to='romeo@example.org' type='subscribed'/>
	<presence to='romeo@example.org' type='subscribe'/>
Romeo sends:
	<presence to='juliet@example.org' type='subscribed'/>
Romeo receives: nothing
Juliet receives: nothing
Romeo sends:
	<presence><show>chat</show></presence>
Romeo receives in any order:
	<presence from='romeo@example.org/orchard'><show>chat</show></presence>
	<presence from='juliet@example.org' type='unavailable'/>
Juliet receives: nothing
Juliet sends:
	<presence/>
Juliet receives in any order:
	<presence from='juliet@example.org/balcony'/>
	<presence from='romeo@example.org/orchard' to='{scansion:any}'><show>chat</show></presence>
Romeo receives:
	<presence from='juliet@example.org/balcony' to='{scansion:any}'/>
Romeo sends:
	<presence><show>away</show></presence>
Romeo receives:
	<presence from='romeo@example.org/orchard'><show>away</show></presence>
Juliet receives:
	<presence from='romeo@example.org/orchard'><show>away</show></presence>
Juliet sends:
	<presence type='unavailable'/>
Romeo receives:
	<presence from='juliet@example.org/balcony' type='unavailable'/>
Juliet receives:
	<presence from='juliet@example.org/balcony' type='unavailable'/>
# she is not told any more
Romeo sends:
	<presence/>
Romeo receives:
	<presence from='romeo@example.org/orchard'/>
Juliet receives: nothing
