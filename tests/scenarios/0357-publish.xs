# XEP-0357 §7: a message for a client that is away is published with its options; what follows is told together, at the end of the interval
[Server]
	module ping: off
[Client] Romeo
	jid: romeo@example.org/phone
[Client] Juliet
	jid: juliet@example.org/balcony
[Client] App
	jid: push@example.org/app
-----
Romeo sends:
	<presence/>
	<iq type='set' id='e1'><enable xmlns='urn:xmpp:push:0' jid='push@example.org/app' node='yxs32uqsflafdk3iuqo'>
		<x xmlns='jabber:x:data' type='submit'>
			<field var='FORM_TYPE'><value>http://jabber.org/protocol/pubsub#publish-options</value></field>
			<field var='secret'><value>eruio234vzxc2kla-91</value></field>
		</x>
	</enable></iq>
Romeo receives:
	<presence/>
	<iq type='result' id='e1'/>
# he is there
Juliet sends:
	<message to='romeo@example.org' type='chat'><body>Hist!</body></message>
Romeo receives:
	<message from='juliet@example.org/balcony' type='chat'><body>Hist!</body></message>
App receives: nothing
Romeo disconnects
Juliet sends:
	<message to='romeo@example.org' type='chat'><body>Romeo!</body></message>
App receives:
	<iq type='set' from='example.org' to='push@example.org/app' id='{capture:p1}'><pubsub xmlns='http://jabber.org/protocol/pubsub'>
		<publish node='yxs32uqsflafdk3iuqo'><item><notification xmlns='urn:xmpp:push:0'>
			<x xmlns='jabber:x:data' type='submit'>
				<field var='FORM_TYPE' type='hidden'><value>urn:xmpp:push:summary</value></field>
				<field var='message-count'><value>1</value></field>
			</x>
		</notification></item></publish>
		<publish-options><x xmlns='jabber:x:data' type='submit'>
			<field var='FORM_TYPE'><value>http://jabber.org/protocol/pubsub#publish-options</value></field>
			<field var='secret'><value>eruio234vzxc2kla-91</value></field>
		</x></publish-options>
	</pubsub></iq>
App sends:
	<iq type='result' id='${p1}' to='example.org'/>
Juliet sends:
	<message to='romeo@example.org' type='chat'><body>Romeo!</body></message>
	<message to='romeo@example.org' type='chat'><body>O, for a falconer's voice!</body></message>
App receives: nothing
after 9s
App receives: nothing
after 1s
App receives:
	<iq type='set' from='example.org' id='{capture:p2}'><pubsub xmlns='http://jabber.org/protocol/pubsub' scansion:strict='false'>
		<publish node='yxs32uqsflafdk3iuqo'><item><notification xmlns='urn:xmpp:push:0'>
			<x xmlns='jabber:x:data' type='submit' scansion:strict='false'><field var='message-count'><value>3</value></field></x>
		</notification></item></publish>
	</pubsub></iq>
App sends:
	<iq type='result' id='${p2}' to='example.org'/>
after 1h
App receives: nothing
# he comes back, and it begins anew
Romeo connects
Romeo sends:
	<presence/>
Romeo receives:
	<presence/>
	<message type='chat'><body>Romeo!</body></message>
	<message type='chat'><body>Romeo!</body></message>
	<message type='chat'><body>O, for a falconer's voice!</body></message>
Romeo disconnects
Juliet sends:
	<message to='romeo@example.org' type='chat'><body>Tis almost morning.</body></message>
App receives:
	<iq type='set' from='example.org' id='{scansion:any}'><pubsub xmlns='http://jabber.org/protocol/pubsub' scansion:strict='false'>
		<publish node='yxs32uqsflafdk3iuqo'><item><notification xmlns='urn:xmpp:push:0'>
			<x xmlns='jabber:x:data' type='submit' scansion:strict='false'><field var='message-count'><value>1</value></field></x>
		</notification></item></publish>
	</pubsub></iq>
