# XEP-0198 §4: what another session got already does not come to it again when the first is given up
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
Laptop sends:
	<presence/>
Laptop receives in any order:
	<presence from='juliet@example.org/laptop'/>
	<presence from='juliet@example.org/balcony'/>
Juliet receives:
	<presence from='juliet@example.org/laptop'/>
Juliet loses the connection
Romeo sends:
	<message to='juliet@example.org' id='m1' type='chat'><body>one</body></message>
Laptop receives:
	<message id='m1' type='chat'/>
after 121s
Laptop receives:
	<presence type='unavailable' from='juliet@example.org/balcony'/>
Laptop receives: nothing
