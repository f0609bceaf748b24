# XEP-0198 §8: turned on with the binding, resumed with the login; then nothing is bound and no features follow
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org
	login: sasl2
	tag: balcony
	management: true
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
Romeo sends:
	<message to='juliet@example.org' id='m2' type='chat'><body>two</body></message>
Juliet resumes
Juliet receives:
	<message id='m2' type='chat'/>
Juliet sends:
	<message to='romeo@example.org/orchard' id='m3' type='chat'><body>three</body></message>
Romeo receives:
	<message id='m3' type='chat'/>
Juliet loses the connection
Juliet resumes without the last 1
Juliet receives:
	<message id='m2' type='chat'/>
