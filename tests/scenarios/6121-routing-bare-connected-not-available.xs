# RFC 6121 §8.5.2.2: a session without presence is not there for messages to the account
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
-----
Romeo sends:
	<message to='juliet@example.org' id='m1' type='chat'><body>chat</body></message>
	<message to='juliet@example.org' id='m2' type='headline'><body>headline</body></message>
Juliet receives: nothing
# but her full address reaches her (§8.5.3.1)
Romeo sends:
	<message to='juliet@example.org/balcony' id='m3' type='chat'><body>direct</body></message>
Juliet receives:
	<message id='m3' type='chat'><body>direct</body></message>
