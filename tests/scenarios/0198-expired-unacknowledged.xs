# XEP-0198 §4: what was written and never acknowledged is not taken for received: it waits for the next session
[Server]
	option stream-management resumableFor: 2m
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
	management: true
	acks: none
[Client] Laptop
	jid: juliet@example.org/laptop
-----
Juliet sends:
	<presence/>
Juliet receives:
	<presence/>
Romeo sends:
	<message to='juliet@example.org' id='m1' type='chat'><body>one</body></message>
Juliet receives:
	<message id='m1' type='chat'/>
Juliet loses the connection
after 121s
Laptop connects
Laptop sends:
	<presence/>
Laptop receives:
	<presence/>
	<message id='m1' type='chat'><body>one</body></message>
Laptop receives: nothing
