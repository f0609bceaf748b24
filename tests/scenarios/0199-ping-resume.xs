# XEP-0199 §4.1, XEP-0198 §5: a client that answers no ping has lost its connection; its session waits, and goes on with another
## sockets: the clock jumps further than a socket can write meanwhile
[Server]
	option stream-management answerWithin: 1h
[Client] Juliet
	jid: juliet@example.org/balcony
	management: true
	acks: none
[Client] Romeo
	jid: romeo@example.org/orchard
-----
Juliet sends:
	<presence/>
Juliet receives:
	<presence from='juliet@example.org/balcony'/>
after 6m
Juliet receives:
	<iq type='get' id='{capture:ping}' from='example.org'><ping xmlns='urn:xmpp:ping'/></iq>
Juliet receives stream error: connection-timeout
Romeo connects
Romeo sends:
	<message to='juliet@example.org' id='m1' type='chat'><body>are you there?</body></message>
Romeo receives: nothing
Juliet resumes without the last 1
Juliet receives:
	<iq type='get' id='${ping}' from='example.org'><ping xmlns='urn:xmpp:ping'/></iq>
	<message id='m1' type='chat' from='romeo@example.org/orchard'/>
Juliet sends:
	<iq type='result' id='${ping}' to='example.org'/>
	<message to='romeo@example.org/orchard' id='m2' type='chat'><body>I am here</body></message>
Romeo receives:
	<message id='m2' type='chat'/>
