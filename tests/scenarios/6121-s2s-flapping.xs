# RFC 6121 §4.4: a contact that comes and goes while its peer does not answer: nothing waits but the last of it

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
	<presence type='subscribed' to='romeo@montague.lit'/>
	<presence/>
Juliet receives:
	<presence/>
Romeo sends:
	<presence/>
Romeo receives in any order:
	<presence from='romeo@montague.lit/orchard'/>
	<presence from='juliet@capulet.lit/balcony'/>
after 3s
silent montague.lit
silent capulet.lit
all connections between servers break
Juliet sends:
	<presence><show>away</show></presence><presence type='unavailable'/><presence/><presence type='unavailable'/>
Juliet receives:
	<presence><show>away</show></presence><presence type='unavailable'/><presence/><presence type='unavailable'/>
Romeo receives: nothing
after 40s
answers montague.lit
answers capulet.lit
after 40s
Romeo receives:
	<presence type='unavailable' from='juliet@capulet.lit/balcony'/>
