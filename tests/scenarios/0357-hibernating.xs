# XEP-0357 §7 with XEP-0198: a session without a connection waits for its client, which is woken; and woken again if it is lost before it has the message
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
# it has this
Juliet sends:
	<message to='romeo@example.org' id='m1' type='chat'><body>Hist!</body></message>
Phone receives:
	<message id='m1' type='chat'/>
Phone sends:
	<a xmlns='urn:xmpp:sm:3' h='3'/>
Phone loses the connection
App receives: nothing
Juliet sends:
	<message to='romeo@example.org' id='m2' type='chat'><body>Romeo!</body></message>
App receives:
	<iq type='set' from='example.org' id='{capture:p1}'><pubsub xmlns='http://jabber.org/protocol/pubsub'>
		<publish node='n'><item><notification xmlns='urn:xmpp:push:0'>
			<x xmlns='jabber:x:data' type='submit' scansion:strict='false'><field var='message-count'><value>1</value></field></x>
		</notification></item></publish>
	</pubsub></iq>
App sends:
	<iq type='result' id='${p1}' to='example.org'/>
Phone connects
Phone sends:
	<resume xmlns='urn:xmpp:sm:3' previd='${id}' h='3'/>
Phone receives:
	<resumed xmlns='urn:xmpp:sm:3' previd='${id}' h='{scansion:any}'/>
	<message id='m2' type='chat'/>
# but never says that it has it
Phone loses the connection
App receives: nothing
after 10s
App receives:
	<iq type='set' from='example.org' id='{capture:p2}'><pubsub xmlns='http://jabber.org/protocol/pubsub'>
		<publish node='n'><item><notification xmlns='urn:xmpp:push:0'>
			<x xmlns='jabber:x:data' type='submit' scansion:strict='false'><field var='message-count'><value>1</value></field></x>
		</notification></item></publish>
	</pubsub></iq>
App sends:
	<iq type='result' id='${p2}' to='example.org'/>
# a group's message is only in the session: nobody else keeps it
Juliet sends:
	<message to='romeo@example.org/phone' id='m3' type='groupchat'><body>all!</body></message>
after 10s
App receives:
	<iq type='set' from='example.org' id='{capture:p3}'/>
App sends:
	<iq type='result' id='${p3}' to='example.org'/>
