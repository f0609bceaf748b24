# XEP-0280 §6.1: which messages are copied, each once sent and once received
## prosody: it sees no rule about payloads of normal messages, and drops what is for a full address
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
	<message to='juliet@example.org/balcony' id='m1'><body>a normal one with a body</body></message>
	<message to='juliet@example.org/balcony' id='m2'><subject>without a body</subject></message>
	<message to='juliet@example.org/balcony' id='m3'><received xmlns='urn:xmpp:receipts' id='x'/></message>
	<message to='juliet@example.org/balcony' id='m4'><displayed xmlns='urn:xmpp:chat-markers:0' id='x'/></message>
	<message to='juliet@example.org/balcony' id='m5' type='headline'><body>news</body></message>
	<message to='juliet@example.org/balcony' id='m6' type='groupchat'><body>to a room, so to speak</body></message>
	<message to='juliet@example.org/balcony' id='m7'><x xmlns='jabber:x:conference' jid='room@muc.example.org'/></message>
	<message to='juliet@example.org/balcony' id='m8' type='chat'><unknown xmlns='urn:other'/></message>
	<message to='juliet@example.org/balcony' id='m9' type='error'><body>of nothing</body></message>
Juliet receives:
	<message id='m1'/>
	<message id='m2'/>
	<message id='m3'/>
	<message id='m4'/>
	<message id='m5' type='headline'/>
	<message id='m6' type='groupchat'/>
	<message id='m7'/>
	<message id='m8' type='chat'/>
	<message id='m9' type='error'/>
Romeo's phone receives:
	<message from='romeo@example.org'><sent xmlns='urn:xmpp:carbons:2'><forwarded xmlns='urn:xmpp:forward:0'><message xmlns='jabber:client' id='m1'/></forwarded></sent></message>
	<message from='romeo@example.org'><sent xmlns='urn:xmpp:carbons:2'><forwarded xmlns='urn:xmpp:forward:0'><message xmlns='jabber:client' id='m3'/></forwarded></sent></message>
	<message from='romeo@example.org'><sent xmlns='urn:xmpp:carbons:2'><forwarded xmlns='urn:xmpp:forward:0'><message xmlns='jabber:client' id='m4'/></forwarded></sent></message>
	<message from='romeo@example.org'><sent xmlns='urn:xmpp:carbons:2'><forwarded xmlns='urn:xmpp:forward:0'><message xmlns='jabber:client' id='m7'/></forwarded></sent></message>
	<message from='romeo@example.org' type='chat'><sent xmlns='urn:xmpp:carbons:2'><forwarded xmlns='urn:xmpp:forward:0'><message xmlns='jabber:client' id='m8' type='chat'/></forwarded></sent></message>
Juliet's phone receives:
	<message from='juliet@example.org'><received xmlns='urn:xmpp:carbons:2'><forwarded xmlns='urn:xmpp:forward:0'><message xmlns='jabber:client' id='m1'/></forwarded></received></message>
	<message from='juliet@example.org'><received xmlns='urn:xmpp:carbons:2'><forwarded xmlns='urn:xmpp:forward:0'><message xmlns='jabber:client' id='m3'/></forwarded></received></message>
	<message from='juliet@example.org'><received xmlns='urn:xmpp:carbons:2'><forwarded xmlns='urn:xmpp:forward:0'><message xmlns='jabber:client' id='m4'/></forwarded></received></message>
	<message from='juliet@example.org'><received xmlns='urn:xmpp:carbons:2'><forwarded xmlns='urn:xmpp:forward:0'><message xmlns='jabber:client' id='m7'/></forwarded></received></message>
	<message from='juliet@example.org' type='chat'><received xmlns='urn:xmpp:carbons:2'><forwarded xmlns='urn:xmpp:forward:0'><message xmlns='jabber:client' id='m8' type='chat'/></forwarded></received></message>
