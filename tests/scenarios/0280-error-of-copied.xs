# XEP-0280 §6.1: the error of a message that was copied is copied; that of another is not
## prosody: it copies every error with content
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Romeo's phone
	jid: romeo@example.org/phone
[Client] Juliet
	jid: juliet@example.org/balcony
[Client] Juliet's phone
	jid: juliet@example.org/phone
-----
Romeo's phone sends:
	<iq type='set' id='c1'><enable xmlns='urn:xmpp:carbons:2'/></iq>
Romeo's phone receives:
	<iq type='result' id='c1'/>
Juliet's phone sends:
	<iq type='set' id='c1'><enable xmlns='urn:xmpp:carbons:2'/></iq>
Juliet's phone receives:
	<iq type='result' id='c1'/>
Romeo sends:
	<message to='juliet@example.org/balcony' id='m1' type='chat'><body>copied</body></message>
	<message to='juliet@example.org/balcony' id='m2' type='chat'><body>private</body><private xmlns='urn:xmpp:carbons:2'/></message>
Juliet receives:
	<message id='m1' type='chat'/>
	<message id='m2' type='chat'/>
Romeo's phone receives:
	<message type='chat'><sent xmlns='urn:xmpp:carbons:2'><forwarded xmlns='urn:xmpp:forward:0'><message xmlns='jabber:client' id='m1' type='chat'/></forwarded></sent></message>
Juliet's phone receives:
	<message type='chat'><received xmlns='urn:xmpp:carbons:2'><forwarded xmlns='urn:xmpp:forward:0'><message xmlns='jabber:client' id='m1' type='chat'/></forwarded></received></message>
Juliet sends:
	<message to='romeo@example.org/orchard' id='m1' type='error'><error type='cancel'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
	<message to='romeo@example.org/orchard' id='m2' type='error'><error type='cancel'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
Romeo receives:
	<message id='m1' type='error'/>
	<message id='m2' type='error'/>
Juliet's phone receives:
	<message from='juliet@example.org' type='error'><sent xmlns='urn:xmpp:carbons:2'><forwarded xmlns='urn:xmpp:forward:0'><message xmlns='jabber:client' id='m1' type='error'/></forwarded></sent></message>
Romeo's phone receives:
	<message from='romeo@example.org' type='error'><received xmlns='urn:xmpp:carbons:2'><forwarded xmlns='urn:xmpp:forward:0'><message xmlns='jabber:client' id='m1' type='error'/></forwarded></received></message>
