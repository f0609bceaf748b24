# XEP-0133 §4.27, §4.28: accounts that are made after the welcome message was set get it at their first login, and nobody else does
## federated: an administrator is one of one server
## prosody: it greets otherwise
[Server]
	registration: open
	admins: juliet@example.org
[Client] Juliet
	jid: juliet@example.org/balcony
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Tybalt
	jid: tybalt@example.org/street
	account: none
	raw: tls
-----
after 1m
Juliet sends:
	<iq type='set' id='w1' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#set-welcome'/></iq>
Juliet receives:
	<iq type='result' id='w1'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#set-welcome' sessionid='{capture:set}' status='executing' scansion:strict='false'></command></iq>
Juliet sends:
	<iq type='set' id='w2' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#set-welcome' sessionid='${set}'>
		<x xmlns='jabber:x:data' type='submit'><field var='welcome'><value>Welcome to Verona.</value></field></x></command></iq>
Juliet receives:
	<iq type='result' id='w2'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#set-welcome' sessionid='{scansion:any}' status='completed' scansion:strict='false'></command></iq>
Romeo sends:
	<presence/>
Romeo receives:
	<presence from='romeo@example.org/orchard'/>
Romeo receives: nothing
Tybalt sends:
	<iq type='set' id='r1'><query xmlns='jabber:iq:register'><username>tybalt</username><password>password</password></query></iq>
Tybalt receives:
	<iq type='result' id='r1'/>
Tybalt authenticates
Tybalt binds
Tybalt sends:
	<presence/>
Tybalt receives in any order:
	<presence from='tybalt@example.org/street'/>
	<message from='example.org' to='tybalt@example.org/street'><body>Welcome to Verona.</body></message>
Tybalt sends:
	<presence type='unavailable'/>
	<presence/>
Tybalt receives:
	<presence type='unavailable'/>
	<presence from='tybalt@example.org/street'/>
Tybalt receives: nothing
Juliet sends:
	<iq type='set' id='w3' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#set-welcome'/></iq>
Juliet receives:
	<iq type='result' id='w3'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#set-welcome' sessionid='{capture:again}' status='executing' scansion:strict='false'><x xmlns='jabber:x:data' type='form' scansion:strict='false'><field type='text-multi' var='welcome' label='{scansion:any}'><value>Welcome to Verona.</value><required/></field></x></command></iq>
Juliet sends:
	<iq type='set' id='w4' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#delete-welcome'/></iq>
Juliet receives:
	<iq type='result' id='w4'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#delete-welcome' sessionid='{scansion:any}' status='completed' scansion:strict='false'></command></iq>
