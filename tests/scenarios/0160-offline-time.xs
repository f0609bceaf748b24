# XEP-0203 §2: the stamp is when the server got the message, not when it delivers it
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
-----
Romeo sends:
	<message to='juliet@example.org' id='o1' type='chat'><body>one</body></message>
after 60s
Romeo sends:
	<message to='juliet@example.org' id='o2' type='chat'><body>two</body></message>
after 120s
Juliet connects
Juliet sends:
	<presence/>
Juliet receives:
	<presence/>
	<message id='o1' type='chat'><delay xmlns='urn:xmpp:delay' from='example.org' stamp='2026-01-01T12:00:00Z' scansion:strict='false'/></message>
	<message id='o2' type='chat'><delay xmlns='urn:xmpp:delay' from='example.org' stamp='2026-01-01T12:01:00Z' scansion:strict='false'/></message>
