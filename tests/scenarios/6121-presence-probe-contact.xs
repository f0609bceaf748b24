# RFC 6121 §4.3.2: a probe from who may see the contact is answered with all his sessions' presence
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
[Client] Juliet's phone
	jid: juliet@example.org/phone
-----
Romeo sends:
	<presence to='juliet@example.org' type='subscribe'/>
Juliet sends:
	<presence to='romeo@example.org' type='subscribed'/>
	<presence><show>away</show></presence>
Juliet receives:
	<presence/>
Juliet's phone sends:
	<presence/>
Juliet's phone receives in any order:
	<presence from='juliet@example.org/phone'/>
	<presence from='juliet@example.org/balcony'/>
Juliet receives:
	<presence from='juliet@example.org/phone'/>
Romeo sends:
	<presence to='juliet@example.org' type='probe'/>
Romeo receives in any order:
	<presence from='juliet@example.org/balcony' to='{scansion:any}'><show>away</show></presence>
	<presence from='juliet@example.org/phone' to='{scansion:any}'/>
Juliet receives: nothing
