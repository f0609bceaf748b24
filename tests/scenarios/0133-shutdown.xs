# XEP-0133 §4.31: an admin stops the server after a while, and says so
## federated: an administrator is one of one server
## prosody: it would be gone
[Server]
	admins: juliet@example.org
[Client] Juliet
	jid: juliet@example.org/balcony
[Client] Romeo
	jid: romeo@example.org/orchard
-----
Romeo sends:
	<presence/>
Romeo receives:
	<presence from='romeo@example.org/orchard'/>
Juliet sends:
	<iq type='set' id='s1' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#shutdown'/></iq>
Juliet receives:
	<iq type='result' id='s1'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#shutdown' sessionid='{capture:stop}' status='executing' scansion:strict='false'></command></iq>
Juliet sends:
	<iq type='set' id='s2' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#shutdown' sessionid='${stop}'>
		<x xmlns='jabber:x:data' type='submit'><field var='delay'><value>30</value></field><field var='announcement'><value>Thus with a kiss</value></field></x></command></iq>
Juliet receives:
	<iq type='result' id='s2'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#shutdown' sessionid='{scansion:any}' status='completed' scansion:strict='false'><note type='info'>The server stops in 30 s.</note></command></iq>
Romeo receives:
	<message type='headline' from='example.org' to='romeo@example.org/orchard'><body>Thus with a kiss</body></message>
after 29s
Romeo receives: nothing
after 2s
Romeo receives stream error: system-shutdown
Juliet receives stream error: system-shutdown
