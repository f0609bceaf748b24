# RFC 6121 §4.3.2: the probe for a contact who is not there is answered with unavailable
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
-----
Romeo sends:
	<presence to='juliet@example.org' type='subscribe'/>
Juliet sends:
	<presence to='romeo@example.org' type='subscribed'/>
Juliet disconnects
Romeo sends:
	<presence/>
Romeo receives in any order:
	<presence from='romeo@example.org/orchard'/>
	<presence from='juliet@example.org' to='{scansion:any}' type='unavailable'/>
Romeo receives: nothing
Juliet connects
# connected is not available
Romeo sends:
	<presence to='juliet@example.org' type='probe'/>
Romeo receives:
	<presence from='juliet@example.org' to='{scansion:any}' type='unavailable'/>
Juliet sends:
	<presence/>
Juliet receives:
	<presence from='juliet@example.org/balcony'/>
Romeo receives:
	<presence from='juliet@example.org/balcony'/>
