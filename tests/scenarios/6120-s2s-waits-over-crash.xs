# RFC 6120 §10.4: so it does over a crash

[Server]
	federated: on
	silent: capulet.lit

[Client] Romeo
	jid: romeo@montague.lit/orchard

[Client] Juliet
	jid: juliet@capulet.lit/balcony
-----
Juliet sends:
	<presence/>
Juliet receives:
	<presence/>
Romeo sends:
	<message to='juliet@capulet.lit' type='chat' id='1'><body>one</body></message>
	<message to='juliet@capulet.lit' type='chat' id='2'><body>two</body></message>
crash montague.lit
Romeo connects
answers capulet.lit
Romeo sends:
	<message to='juliet@capulet.lit' type='chat' id='3'><body>three</body></message>
after 30s
Juliet receives:
	<message from='romeo@montague.lit/orchard' to='juliet@capulet.lit' type='chat' id='1'><body>one</body></message>
	<message from='romeo@montague.lit/orchard' to='juliet@capulet.lit' type='chat' id='2'><body>two</body></message>
	<message from='romeo@montague.lit/orchard' to='juliet@capulet.lit' type='chat' id='3'><body>three</body></message>
