# RFC 6121 §8.5, design: what a lost session never read waits for the next one
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
-----
Juliet sends:
	<presence/>
Juliet receives:
	<presence/>
Juliet loses the connection
Romeo sends:
	<message to='juliet@example.org' id='o1' type='chat'><body>one</body></message>
Juliet connects
Juliet sends:
	<presence/>
Juliet receives:
	<presence/>
	<message id='o1' type='chat'><body>one</body><delay xmlns='urn:xmpp:delay' scansion:strict='false'/></message>
