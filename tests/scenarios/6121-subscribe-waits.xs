# RFC 6121 §3.1.3, §3.1.4: a request waits for the contact, whole, and comes again with each session until it is answered
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
[Client] Juliet's phone
	jid: juliet@example.org/phone
-----
Romeo sends:
	<presence to='juliet@example.org' type='subscribe' id='s1'><status>it is I</status><token xmlns='urn:example:token'>7</token></presence>
Juliet connects
Juliet sends:
	<presence/>
Juliet receives in any order:
	<presence from='juliet@example.org/balcony'/>
	<presence from='romeo@example.org' type='subscribe'><status>it is I</status><token xmlns='urn:example:token'>7</token></presence>
Juliet's phone connects
Juliet's phone sends:
	<presence/>
Juliet's phone receives in any order:
	<presence from='juliet@example.org/phone'/>
	<presence from='juliet@example.org/balcony'/>
	<presence from='romeo@example.org' type='subscribe'><status>it is I</status></presence>
Juliet receives:
	<presence from='juliet@example.org/phone'/>
# an update brings it not again
Juliet sends:
	<presence><show>away</show></presence>
Juliet receives:
	<presence from='juliet@example.org/balcony'><show>away</show></presence>
Juliet's phone receives:
	<presence from='juliet@example.org/balcony'><show>away</show></presence>
Juliet receives: nothing
