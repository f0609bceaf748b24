# RFC 6120 §7.7.2.2: a new session of the same resource ends the one that waits; what that has not got comes to it
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
	management: true
[Client] Again
	jid: juliet@example.org/balcony
-----
Juliet sends:
	<presence/>
Juliet receives:
	<presence/>
Juliet loses the connection
Romeo sends:
	<message to='juliet@example.org' id='m1' type='chat'><body>one</body></message>
Again connects
Again sends:
	<presence/>
Again receives:
	<presence/>
	<message id='m1' type='chat'><body>one</body></message>
