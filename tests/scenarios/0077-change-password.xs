# XEP-0077 §3.3: a new password; the account's other sessions end, and only the new password logs in
## prosody: its other sessions stay
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Romeo's phone
	jid: romeo@example.org/phone
[Client] Romeo anew
	jid: romeo@example.org/new
	password: rosaline
-----
Romeo sends:
	<iq type='set' id='c1' to='example.org'><query xmlns='jabber:iq:register'><username>romeo</username><password>rosaline</password></query></iq>
Romeo receives:
	<iq type='result' id='c1'/>
Romeo's phone receives stream error: not-authorized
Romeo anew connects
Romeo anew sends:
	<message to='romeo@example.org/orchard'/>
Romeo receives:
	<message from='romeo@example.org/new'/>
