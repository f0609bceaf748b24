# XEP-0198 §4: a client that does not answer has lost its connection; its session waits
## sockets: the clock jumps further than a socket can write meanwhile
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
	management: true
	acks: none
-----
Juliet sends:
	<presence to='romeo@example.org/orchard'/>
Romeo receives:
	<presence from='juliet@example.org/balcony'/>
Romeo sends:
	<message to='juliet@example.org/balcony' id='m1' type='chat'><body>one</body></message>
Juliet receives:
	<message id='m1' type='chat'/>
after 55s
after 10s
Juliet receives stream error: connection-timeout
Romeo sends:
	<message to='juliet@example.org/balcony' id='m2' type='chat'><body>two</body></message>
Romeo receives: nothing
Juliet resumes without the last 1
Juliet receives:
	<message id='m1' type='chat'/>
	<message id='m2' type='chat'/>
