# XEP-0160 §2, XEP-0198 §3: what was written before stream management began was taken: it does not come again
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
	management: by hand
[Client] Laptop
	jid: juliet@example.org/laptop
-----
Romeo sends:
	<message to='juliet@example.org' id='m1' type='chat'><body>one</body></message>
Juliet connects
Juliet sends:
	<presence/>
	<enable xmlns='urn:xmpp:sm:3'/>
Juliet receives:
	<presence/>
	<message id='m1' type='chat'/>
	<enabled xmlns='urn:xmpp:sm:3'/>
Juliet disconnects
after 2m
Laptop connects
Laptop sends:
	<presence/>
Laptop receives:
	<presence/>
Laptop receives: nothing
