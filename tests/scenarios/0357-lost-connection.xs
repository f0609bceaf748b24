# XEP-0357 §7 with XEP-0198: what was sent on a connection that turns out to be dead is told when it is lost; the session is held for three days
[Server]
	module ping: off
[Client] Phone
	jid: romeo@example.org/phone
	raw: sasl
[Client] Juliet
	jid: juliet@example.org/balcony
[Client] App
	jid: push@example.org/app
-----
# by hand, so that it answers and counts nothing that is not written here
Phone sends:
	<iq type='set' id='b1'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><resource>phone</resource></bind></iq>
Phone receives:
	<iq type='result' id='b1'/>
Phone sends:
	<enable xmlns='urn:xmpp:sm:3' resume='true'/>
	<presence/>
	<iq type='set' id='e1'><enable xmlns='urn:xmpp:push:0' jid='push@example.org/app' node='n'/></iq>
Phone receives:
	<enabled xmlns='urn:xmpp:sm:3' id='{capture:id}' scansion:strict='false'/>
	<presence/>
	<iq type='result' id='e1'/>
Juliet sends:
	<message to='romeo@example.org' id='m1' type='chat'><body>Hist!</body></message>
	<message to='romeo@example.org' id='m2' type='chat'><body>Romeo!</body></message>
Phone receives:
	<message id='m1' type='chat'/>
	<message id='m2' type='chat'/>
App receives: nothing
Phone loses the connection
App receives:
	<iq type='set' from='example.org' id='{capture:p1}'><pubsub xmlns='http://jabber.org/protocol/pubsub'>
		<publish node='n'><item><notification xmlns='urn:xmpp:push:0'>
			<x xmlns='jabber:x:data' type='submit' scansion:strict='false'><field var='message-count'><value>2</value></field></x>
		</notification></item></publish>
	</pubsub></iq>
App sends:
	<iq type='result' id='${p1}' to='example.org'/>
after 71h
Phone connects
Phone sends:
	<resume xmlns='urn:xmpp:sm:3' previd='${id}' h='2'/>
Phone receives:
	<resumed xmlns='urn:xmpp:sm:3' previd='${id}' h='{scansion:any}'/>
	<message id='m1' type='chat'/>
	<message id='m2' type='chat'/>
