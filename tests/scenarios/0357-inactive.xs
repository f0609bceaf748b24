# XEP-0357 §7 with XEP-0198 and XEP-0352: an inactive client that says nothing after a message is woken after a time; one that does is not
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
	<inactive xmlns='urn:xmpp:csi:0'/>
Phone receives:
	<enabled xmlns='urn:xmpp:sm:3' id='{capture:id}' scansion:strict='false'/>
	<presence/>
	<iq type='result' id='e1'/>
# it answers
Juliet sends:
	<message to='romeo@example.org' id='m1' type='chat'><body>Hist!</body></message>
Phone receives:
	<message id='m1' type='chat'/>
after 1s
Phone receives:
	<r xmlns='urn:xmpp:sm:3'/>
Phone sends:
	<a xmlns='urn:xmpp:sm:3' h='3'/>
after 30s
App receives: nothing
# it does not
Juliet sends:
	<message to='romeo@example.org' id='m2' type='chat'><body>Romeo!</body></message>
Phone receives:
	<message id='m2' type='chat'/>
after 1s
Phone receives:
	<r xmlns='urn:xmpp:sm:3'/>
after 13s
App receives: nothing
after 1s
App receives:
	<iq type='set' from='example.org' id='{capture:p1}'><pubsub xmlns='http://jabber.org/protocol/pubsub'>
		<publish node='n'><item><notification xmlns='urn:xmpp:push:0'>
			<x xmlns='jabber:x:data' type='submit' scansion:strict='false'><field var='message-count'><value>1</value></field></x>
		</notification></item></publish>
	</pubsub></iq>
App sends:
	<iq type='result' id='${p1}' to='example.org'/>
# what was told once is not told again when the connection ends
Phone loses the connection
after 1m
App receives: nothing
