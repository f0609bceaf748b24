# XEP-0198 §5: what the client has not got is sent again, in order, before what is new
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
	management: true
	acks: none
-----
Juliet sends:
	<presence/>
Juliet receives:
	<presence/>
Romeo sends:
	<message to='juliet@example.org' id='m1' type='chat'><body>one</body></message>
	<message to='juliet@example.org' id='m2' type='chat'><body>two</body></message>
	<iq to='juliet@example.org/balcony' type='get' id='i1'><query xmlns='urn:x'/></iq>
	<message to='juliet@example.org' id='m3' type='chat'><body>three</body></message>
Juliet receives:
	<message id='m1' type='chat'/>
	<message id='m2' type='chat'/>
	<iq id='i1' type='get'/>
	<message id='m3' type='chat'/>
Juliet loses the connection
Romeo sends:
	<message to='juliet@example.org' id='m4' type='chat'><body>four</body></message>
Juliet resumes without the last 3
Juliet receives:
	<message id='m2' type='chat'><body>two</body></message>
	<iq id='i1' type='get' from='romeo@example.org/orchard'><query xmlns='urn:x'/></iq>
	<message id='m3' type='chat'><body>three</body></message>
	<message id='m4' type='chat'><body>four</body></message>
Juliet loses the connection
Juliet resumes without the last 1
Juliet receives:
	<message id='m4' type='chat'><body>four</body></message>
