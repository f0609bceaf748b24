# XEP-0191 §3.3, §3.4: blocking a contact shows him unavailable; unblocking shows him presence again
## prosody: it answers each broadcast with an error
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
-----
Juliet sends:
	<presence to='romeo@example.org' type='subscribe'/>
Romeo sends:
	<presence to='juliet@example.org' type='subscribed'/>
	<presence><show>chat</show></presence>
Romeo receives:
	<presence from='romeo@example.org/orchard'/>
Juliet sends:
	<presence/>
Juliet receives in any order:
	<presence from='juliet@example.org/balcony'/>
	<presence from='romeo@example.org/orchard'><show>chat</show></presence>
Romeo sends:
	<iq type='set' id='b1'><block xmlns='urn:xmpp:blocking'><item jid='juliet@example.org'/></block></iq>
Romeo receives:
	<iq type='result' id='b1'/>
Juliet receives:
	<presence from='romeo@example.org/orchard' type='unavailable'/>
# updates are not for her
Romeo sends:
	<presence><show>away</show></presence>
Romeo receives:
	<presence><show>away</show></presence>
Juliet receives: nothing
Romeo sends:
	<iq type='set' id='u1'><unblock xmlns='urn:xmpp:blocking'><item jid='juliet@example.org'/></unblock></iq>
Romeo receives:
	<iq type='result' id='u1'/>
Juliet receives:
	<presence from='romeo@example.org/orchard'><show>away</show></presence>
