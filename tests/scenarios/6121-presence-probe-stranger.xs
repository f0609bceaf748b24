# RFC 6121 §4.3.2: a probe from who may not see the contact is answered with unsubscribed, or not at all; never with presence
## prosody: it does not answer
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
	<presence to='juliet@example.org' type='probe'/>
Romeo receives:
	<presence from='juliet@example.org' type='unsubscribed'/>
Juliet receives: nothing
