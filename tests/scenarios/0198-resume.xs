# XEP-0198 §5: what came while the connection was gone arrives after the resumption, in order; nothing else is asked for again
[Client] Romeo
	jid: romeo@example.org/orchard
	management: true
[Client] Juliet
	jid: juliet@example.org/balcony
	management: true
-----
Juliet sends:
	<presence/>
Juliet receives:
	<presence/>
Juliet loses the connection
Romeo sends:
	<message to='juliet@example.org' id='m1' type='chat'><body>one</body></message>
	<message to='juliet@example.org/balcony' id='m2' type='chat'><body>two</body></message>
	<message to='juliet@example.org' id='m3' type='chat'><body>three</body></message>
Juliet resumes
Juliet receives:
	<message id='m1' to='juliet@example.org' type='chat'><body>one</body></message>
	<message id='m2' to='juliet@example.org/balcony' type='chat'><body>two</body></message>
	<message id='m3' to='juliet@example.org' type='chat'><body>three</body></message>
Juliet sends:
	<message to='romeo@example.org/orchard' id='m4' type='chat'><body>four</body></message>
Romeo receives:
	<message id='m4' type='chat' from='juliet@example.org/balcony'/>
