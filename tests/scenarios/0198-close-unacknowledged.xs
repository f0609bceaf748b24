# XEP-0198 §4: a client that closes without having acknowledged may not have it: it comes again
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
Juliet disconnects
Laptop connects
Laptop sends:
	<presence/>
Laptop receives:
	<presence/>
	<message id='m1' type='chat'><body>one</body></message>
