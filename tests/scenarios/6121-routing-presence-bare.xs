# RFC 6121 §8.5.2.1.2: directed presence to an account reaches all its available sessions, and only those
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
[Client] Juliet's robot
	jid: juliet@example.org/robot
[Client] Juliet's tablet
	jid: juliet@example.org/tablet
-----
Juliet sends:
	<presence/>
Juliet receives:
	<presence/>
Juliet's robot sends:
	<presence><priority>-1</priority></presence>
Juliet's robot receives in any order:
	<presence from='juliet@example.org/robot'/>
	<presence from='juliet@example.org/balcony'/>
Juliet receives:
	<presence from='juliet@example.org/robot'/>
Romeo sends:
	<presence to='juliet@example.org'><show>chat</show></presence>
Juliet receives:
	<presence from='romeo@example.org/orchard' to='juliet@example.org'><show>chat</show></presence>
Juliet's robot receives:
	<presence from='romeo@example.org/orchard'><show>chat</show></presence>
Juliet's tablet receives: nothing
Romeo sends:
	<presence to='juliet@example.org' type='unavailable'/>
Juliet receives:
	<presence from='romeo@example.org/orchard' type='unavailable'/>
Juliet's robot receives:
	<presence from='romeo@example.org/orchard' type='unavailable'/>
