# RFC 6121 §8.5.3.1: a full address that is there gets every type, whatever its priority
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
[Client] Juliet's robot
	jid: juliet@example.org/robot
-----
Juliet's robot sends:
	<presence><priority>-1</priority></presence>
Juliet's robot receives:
	<presence/>
Romeo sends:
	<message to='juliet@example.org/robot' id='m1'><body>normal</body></message>
	<message to='juliet@example.org/robot' id='m2' type='chat'><body>chat</body></message>
	<message to='juliet@example.org/robot' id='m3' type='headline'><body>headline</body></message>
	<message to='juliet@example.org/robot' id='m4' type='groupchat'><body>groupchat</body></message>
	<message to='juliet@example.org/robot' id='m5' type='error'><error type='cancel'><gone xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
	<presence to='juliet@example.org/robot' id='p1'/>
	<presence to='juliet@example.org/robot' id='p2' type='unavailable'/>
	<iq to='juliet@example.org/robot' id='i1' type='result'/>
Juliet's robot receives:
	<message id='m1' from='romeo@example.org/orchard' to='juliet@example.org/robot'><body>normal</body></message>
	<message id='m2' type='chat'><body>chat</body></message>
	<message id='m3' type='headline'><body>headline</body></message>
	<message id='m4' type='groupchat'><body>groupchat</body></message>
	<message id='m5' type='error'><error type='cancel'><gone xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
	<presence id='p1' from='romeo@example.org/orchard'/>
	<presence id='p2' type='unavailable'/>
	<iq id='i1' type='result' from='romeo@example.org/orchard'/>
Juliet receives: nothing
Romeo receives: nothing
