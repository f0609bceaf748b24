# RFC 6120 §10.3.1: a message without 'to' is for the sender's own account
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Romeo's phone
	jid: romeo@example.org/phone
-----
Romeo's phone sends:
	<presence/>
Romeo's phone receives:
	<presence from='romeo@example.org/phone'/>
Romeo sends:
	<message id='note'><body>buy a rope</body></message>
Romeo's phone receives:
	<message id='note' from='romeo@example.org/orchard'><body>buy a rope</body></message>
