# RFC 6121 §4.6: directed presence reaches a stranger; unavailable reaches him too when the session ends
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
	<presence/>
	<presence to='juliet@example.org/balcony'><status>here</status></presence>
Romeo receives:
	<presence from='romeo@example.org/orchard'/>
Juliet receives:
	<presence from='romeo@example.org/orchard' to='juliet@example.org/balcony'><status>here</status></presence>
# §4.6.3: updates are not for her
Romeo sends:
	<presence><show>away</show></presence>
Romeo receives:
	<presence><show>away</show></presence>
Juliet receives: nothing
Romeo disconnects
Juliet receives:
	<presence from='romeo@example.org/orchard' type='unavailable'/>
