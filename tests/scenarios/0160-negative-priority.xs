# XEP-0160 §2, RFC 6121 §8.5.2.1.1: what waits is not for a session of negative priority, until it changes that
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
-----
Romeo sends:
	<message to='juliet@example.org' id='o1' type='chat'><body>one</body></message>
Juliet connects
Juliet sends:
	<presence><priority>-1</priority></presence>
Juliet receives:
	<presence/>
Romeo sends:
	<message to='juliet@example.org' id='o2' type='chat'><body>two</body></message>
Juliet receives: nothing
Juliet sends:
	<presence><priority>0</priority></presence>
Juliet receives:
	<presence/>
	<message id='o1' type='chat'/>
	<message id='o2' type='chat'/>
