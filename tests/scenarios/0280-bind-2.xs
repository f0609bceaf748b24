# XEP-0386 §4: copies are on from the binding, without a round trip
## prosody: it has no Bind 2
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Phone
	jid: romeo@example.org
	login: sasl2
	tag: Phone
	client: d4565fa7-4d72-4749-b3d3-740edbf87770
	bind: <enable xmlns='urn:xmpp:carbons:2'/>
[Client] Juliet
	jid: juliet@example.org/balcony
-----
Romeo sends:
	<message to='juliet@example.org/balcony' id='m1' type='chat'><body>hear me</body></message>
Juliet receives:
	<message id='m1' type='chat'/>
Phone receives:
	<message from='romeo@example.org' to="${Phone's full JID}" type='chat'><sent xmlns='urn:xmpp:carbons:2'><forwarded xmlns='urn:xmpp:forward:0'><message xmlns='jabber:client' id='m1' type='chat'/></forwarded></sent></message>
