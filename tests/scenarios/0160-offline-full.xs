# XEP-0160 §2: without an archive, a full store: the sender learns that the message was not kept
[Server]
	max offline: 1
	module mam: off
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
-----
Romeo sends:
	<message to='juliet@example.org' id='o1' type='chat'><body>one</body></message>
	<message to='juliet@example.org' id='o2' type='chat'><body>two</body></message>
Romeo receives:
	<message type='error' id='o2' from='juliet@example.org'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
Juliet connects
Juliet sends:
	<presence/>
Juliet receives:
	<presence/>
	<message id='o1' type='chat'/>
