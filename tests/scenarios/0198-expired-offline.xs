# XEP-0198 §4: what a session that is given up has not got waits for the next, in order, with the time it came
[Server]
	option stream-management resumableFor: 2m
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
	management: true
[Client] Laptop
	jid: juliet@example.org/laptop
-----
Juliet sends:
	<presence/>
Juliet receives:
	<presence/>
Juliet loses the connection
Romeo sends:
	<message to='juliet@example.org' id='m1' type='chat'><body>one</body></message>
	<message to='juliet@example.org' id='m2' type='chat'><body>two</body></message>
after 121s
Romeo sends:
	<message to='juliet@example.org' id='m3' type='chat'><body>three</body></message>
Laptop connects
Laptop sends:
	<presence/>
Laptop receives:
	<presence/>
	<message id='m1' type='chat'><body>one</body><delay xmlns='urn:xmpp:delay' scansion:strict='false'/></message>
	<message id='m2' type='chat'><body>two</body><delay xmlns='urn:xmpp:delay' from='example.org' stamp='2026-01-01T12:00:00Z' scansion:strict='false'/></message>
	<message id='m3' type='chat'><body>three</body><delay xmlns='urn:xmpp:delay' from='example.org' stamp='2026-01-01T12:02:01Z' scansion:strict='false'/></message>
Laptop receives: nothing
