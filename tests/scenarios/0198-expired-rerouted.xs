# XEP-0198 §4: what a session that is given up has not got goes to another, in order, once, with its time
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
	<message to='juliet@example.org/balcony' id='m2' type='chat'><body>two</body></message>
Laptop connects
Laptop sends:
	<presence/>
Laptop receives in any order:
	<presence from='juliet@example.org/laptop'/>
	<presence from='juliet@example.org/balcony'/>
Romeo sends:
	<message to='juliet@example.org' id='m3' type='chat'><body>three</body></message>
Laptop receives:
	<message id='m3' type='chat'/>
after 121s
Laptop receives in any order:
	<presence type='unavailable' from='juliet@example.org/balcony'/>
	<message id='m1' type='chat'><body>one</body><delay xmlns='urn:xmpp:delay' from='example.org' stamp='2026-01-01T12:00:00Z' scansion:strict='false'/></message>
	<message id='m2' type='chat'><body>two</body><delay xmlns='urn:xmpp:delay' from='example.org' stamp='2026-01-01T12:00:00Z' scansion:strict='false'/></message>
Laptop receives: nothing
