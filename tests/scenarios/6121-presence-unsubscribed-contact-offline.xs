# RFC 6121 §4.3.2: the probe for a contact who is not there brings nothing, or unavailable; here nothing
## prosody: it sends unavailable
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
Romeo receives:
	<presence from='romeo@example.org/orchard'/>
Romeo receives: nothing
Juliet connects
