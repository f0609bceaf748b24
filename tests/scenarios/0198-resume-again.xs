# XEP-0198 §5: counts are carried over from one connection to the next, as often as it takes
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
	management: true
-----
Juliet sends:
	<presence/>
Juliet receives:
	<presence/>
Juliet loses the connection
Juliet resumes
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
Juliet loses the connection
after 2m
Juliet resumes
Juliet receives: nothing
