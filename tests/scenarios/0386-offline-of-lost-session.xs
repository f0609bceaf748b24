# XEP-0386 §3.2: what a session that was given up did not take is cleared like other offline messages, if the archive has it
## prosody: it has no SASL2
[Server]
	option stream-management resumableFor: 2m

[Client] Romeo
	jid: romeo@example.org/orchard

[Client] Phone
	jid: juliet@example.org/phone
	management: true

[Client] Juliet
	jid: juliet@example.org
	login: sasl2
-----
Phone sends:
	<presence/>
Phone receives:
	<presence/>
Phone loses the connection
Romeo sends:
	<message to='juliet@example.org' id='m1' type='chat'><body>held for the phone</body></message>
after 121s
Juliet connects
Juliet sends:
	<presence/>
Juliet receives:
	<presence/>
Juliet receives: nothing
Romeo sends:
	<message to='juliet@example.org' id='m2' type='chat'><body>new</body></message>
Juliet receives:
	<message id='m2' type='chat'/>
