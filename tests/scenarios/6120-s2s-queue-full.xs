# RFC 6120 §8.3.3.18: more than may wait for a domain goes back at once

[Server]
	federated: on
	silent: capulet.lit
	option federation links maxQueuedStanzas: 10

[Client] Romeo
	jid: romeo@montague.lit/orchard

[Client] Juliet
	jid: juliet@capulet.lit/balcony
-----
Romeo sends:
	<message to='juliet@capulet.lit' type='chat' id='0'><body>x</body></message><message to='juliet@capulet.lit' type='chat' id='1'><body>x</body></message><message to='juliet@capulet.lit' type='chat' id='2'><body>x</body></message><message to='juliet@capulet.lit' type='chat' id='3'><body>x</body></message><message to='juliet@capulet.lit' type='chat' id='4'><body>x</body></message><message to='juliet@capulet.lit' type='chat' id='5'><body>x</body></message><message to='juliet@capulet.lit' type='chat' id='6'><body>x</body></message><message to='juliet@capulet.lit' type='chat' id='7'><body>x</body></message><message to='juliet@capulet.lit' type='chat' id='8'><body>x</body></message><message to='juliet@capulet.lit' type='chat' id='9'><body>x</body></message><message to='juliet@capulet.lit' type='chat' id='10'><body>x</body></message>
Romeo receives:
	<message from='juliet@capulet.lit' type='error' id='10'><error type='wait'><resource-constraint xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
answers capulet.lit
Juliet sends:
	<presence/>
Juliet receives:
	<presence/>
after 30s
Juliet receives:
	<message from='romeo@montague.lit/orchard' to='juliet@capulet.lit' type='chat' id='0'><body>x</body></message><message from='romeo@montague.lit/orchard' to='juliet@capulet.lit' type='chat' id='1'><body>x</body></message><message from='romeo@montague.lit/orchard' to='juliet@capulet.lit' type='chat' id='2'><body>x</body></message><message from='romeo@montague.lit/orchard' to='juliet@capulet.lit' type='chat' id='3'><body>x</body></message><message from='romeo@montague.lit/orchard' to='juliet@capulet.lit' type='chat' id='4'><body>x</body></message><message from='romeo@montague.lit/orchard' to='juliet@capulet.lit' type='chat' id='5'><body>x</body></message><message from='romeo@montague.lit/orchard' to='juliet@capulet.lit' type='chat' id='6'><body>x</body></message><message from='romeo@montague.lit/orchard' to='juliet@capulet.lit' type='chat' id='7'><body>x</body></message><message from='romeo@montague.lit/orchard' to='juliet@capulet.lit' type='chat' id='8'><body>x</body></message><message from='romeo@montague.lit/orchard' to='juliet@capulet.lit' type='chat' id='9'><body>x</body></message>
