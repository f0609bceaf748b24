# XEP-0280 §9, XEP-0334 §4.3: a private message is not copied on either side; nothing is taken out of it
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
	<message to='juliet@example.org/balcony' id='m1' type='chat'><body>both</body><private xmlns='urn:xmpp:carbons:2'/><no-copy xmlns='urn:xmpp:hints'/></message>
	<message to='juliet@example.org/balcony' id='m2' type='chat'><body>one</body><private xmlns='urn:xmpp:carbons:2'/></message>
	<message to='juliet@example.org/balcony' id='m3' type='chat'><body>the other</body><no-copy xmlns='urn:xmpp:hints'/></message>
Juliet receives:
	<message id='m1' type='chat'><body>both</body><private xmlns='urn:xmpp:carbons:2'/><no-copy xmlns='urn:xmpp:hints'/></message>
	<message id='m2' type='chat'><body>one</body><private xmlns='urn:xmpp:carbons:2'/></message>
	<message id='m3' type='chat'><body>the other</body><no-copy xmlns='urn:xmpp:hints'/></message>
Romeo's phone receives: nothing
Juliet's phone receives: nothing
