# RFC 6121 §8.5.2.1.1: a session that is away is still there: it and the others get each message once
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
	management: true
[Client] Laptop
	jid: juliet@example.org/laptop
	management: true
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
Juliet resumes
Juliet receives:
	<message id='m1' type='chat'/>
Laptop receives: nothing
