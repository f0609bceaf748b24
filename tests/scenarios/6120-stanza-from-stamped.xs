# RFC 6120 §8.1.2.1: the server stamps the full address, whatever the client left out
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
-----
Romeo sends:
	<message to='juliet@example.org/balcony' id='m1'><body>1</body></message>
	<message to='juliet@example.org/balcony' id='m2' from='romeo@example.org/orchard'><body>2</body></message>
	<message to='juliet@example.org/balcony' id='m3' from='romeo@example.org'><body>3</body></message>
Juliet receives:
	<message from='romeo@example.org/orchard' to='juliet@example.org/balcony' id='m1'><body>1</body></message>
	<message from='romeo@example.org/orchard' to='juliet@example.org/balcony' id='m2'><body>2</body></message>
	<message from='romeo@example.org/orchard' to='juliet@example.org/balcony' id='m3'><body>3</body></message>
