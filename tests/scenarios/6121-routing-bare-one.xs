# RFC 6121 §8.5.2.1.1: one session that is there
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
-----
Juliet sends:
	<presence/>
Juliet receives:
	<presence from='juliet@example.org/balcony'/>
Romeo sends:
	<message to='juliet@example.org' id='m1'><body>normal</body></message>
	<message to='juliet@example.org' id='m2' type='chat'><body>chat</body></message>
	<message to='juliet@example.org' id='m3' type='headline'><body>headline</body></message>
	<message to='juliet@example.org' id='m4' type='groupchat'><body>groupchat</body></message>
	<message to='juliet@example.org' id='m5' type='error'><body>error</body></message>
Juliet receives:
	<message id='m1' from='romeo@example.org/orchard' to='juliet@example.org'><body>normal</body><delay xmlns='urn:xmpp:delay' scansion:absent='true'/></message>
	<message id='m2' type='chat'><body>chat</body></message>
	<message id='m3' type='headline'><body>headline</body></message>
Juliet receives: nothing
Romeo receives:
	<message type='error' id='m4'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
Romeo receives: nothing
