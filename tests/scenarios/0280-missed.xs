# XEP-0280 §7: a chat message whose resource is gone is one for the account; a normal one that nobody keeps goes back, and nobody has a copy of it
## prosody: it copies what it sends back
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
[Client] Phone
	jid: juliet@example.org/phone
-----
Juliet sends:
	<presence/>
Juliet receives:
	<presence/>
Phone sends:
	<iq type='set' id='c1'><enable xmlns='urn:xmpp:carbons:2'/></iq>
Phone receives:
	<iq type='result' id='c1'/>
Romeo sends:
	<message to='juliet@example.org/gone' id='m1' type='chat'><body>one</body></message>
	<message to='juliet@example.org/gone' id='m2'><body>two</body><no-store xmlns='urn:xmpp:hints'/></message>
Juliet receives:
	<message id='m1' type='chat'/>
Phone receives:
	<message from='juliet@example.org' type='chat'><received xmlns='urn:xmpp:carbons:2'><forwarded xmlns='urn:xmpp:forward:0'><message xmlns='jabber:client' to='juliet@example.org/gone' id='m1' type='chat'/></forwarded></received></message>
Romeo receives:
	<message id='m2' type='error'/>
