# RFC 6121 §4.2, §4.3: probes of remote contacts are answered with their last presence; who leaves, or is lost, is seen to

[Server]
	federated: on

[Client] Romeo
	jid: romeo@montague.lit/orchard

[Client] Juliet
	jid: juliet@capulet.lit/balcony
-----
Romeo sends:
	<presence type='subscribe' to='juliet@capulet.lit'/>
Juliet sends:
	<presence/>
Juliet receives:
	<presence/>
	<presence type='subscribe' from='romeo@montague.lit' to='juliet@capulet.lit'/>
Juliet sends:
	<presence type='subscribed' to='romeo@montague.lit'/>
	<presence><show>away</show></presence>
Juliet receives:
	<presence><show>away</show></presence>
Romeo sends:
	<presence/>
Romeo receives in any order:
	<presence from='romeo@montague.lit/orchard'/>
	<presence from='juliet@capulet.lit/balcony'><show>away</show></presence>
Juliet sends:
	<presence><show>xa</show></presence>
Juliet receives:
	<presence><show>xa</show></presence>
Romeo receives:
	<presence from='juliet@capulet.lit/balcony'><show>xa</show></presence>
Juliet loses the connection
Romeo receives:
	<presence type='unavailable' from='juliet@capulet.lit/balcony'/>
