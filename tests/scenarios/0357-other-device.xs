# XEP-0357 §7: a client that is away is told of what another device of its account has taken, since it is archived; but not of what is private to the other
[Client] Phone
	jid: romeo@example.org/phone
[Client] Desk
	jid: romeo@example.org/desk
[Client] Juliet
	jid: juliet@example.org/balcony
[Client] App
	jid: push@example.org/app
-----
Phone sends:
	<iq type='set' id='e1'><enable xmlns='urn:xmpp:push:0' jid='push@example.org/app' node='n'/></iq>
Phone receives:
	<iq type='result' id='e1'/>
Phone disconnects
Desk sends:
	<presence/>
Desk receives:
	<presence/>
Juliet sends:
	<message to='romeo@example.org' type='chat' id='m1'><body>Romeo!</body></message>
Desk receives:
	<message id='m1' type='chat'/>
App receives:
	<iq type='set' from='example.org' id='{capture:p1}'/>
App sends:
	<iq type='result' id='${p1}' to='example.org'/>
after 10s
Juliet sends:
	<message to='romeo@example.org/desk' type='chat' id='m2'><body>Romeo!</body></message>
Desk receives:
	<message id='m2' type='chat'/>
App receives:
	<iq type='set' from='example.org' id='{capture:p2}'/>
App sends:
	<iq type='result' id='${p2}' to='example.org'/>
after 10s
Juliet sends:
	<message to='romeo@example.org/desk' type='chat' id='m3'><body>Psst!</body><private xmlns='urn:xmpp:carbons:2'/></message>
Desk receives:
	<message id='m3' type='chat'/>
App receives: nothing
