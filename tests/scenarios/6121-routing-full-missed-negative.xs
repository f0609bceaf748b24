# RFC 6121 §8.5.4: chat to a full address that is gone, and only a negative session there: it waits
## prosody: it delivers what waited with the initial presence only
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/robot
-----
Juliet sends:
	<presence><priority>-1</priority></presence>
Juliet receives:
	<presence/>
Romeo sends:
	<message to='juliet@example.org/gone' id='m2' type='chat'><body>chat</body></message>
Juliet receives: nothing
Juliet sends:
	<presence/>
Juliet receives in any order:
	<presence/>
	<message id='m2' type='chat'><body>chat</body><delay xmlns='urn:xmpp:delay' stamp='{scansion:any}' scansion:strict='false'/></message>
