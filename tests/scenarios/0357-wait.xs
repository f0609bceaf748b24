# XEP-0357 §7.1: a service that says to wait, or does not answer, is asked again, and told the last state
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
	<iq type='set' id='e1'><enable xmlns='urn:xmpp:push:0' jid='push@example.org/app'/></iq>
Romeo receives:
	<iq type='result' id='e1'/>
Romeo disconnects
Juliet sends:
	<message to='romeo@example.org' type='chat'><body>Romeo!</body></message>
App receives:
	<iq type='set' from='example.org' id='{capture:p1}'/>
App sends:
	<iq type='error' id='${p1}' to='example.org'><error type='wait'><resource-constraint xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
after 20s
Juliet sends:
	<message to='romeo@example.org' type='chat'><body>Romeo!</body></message>
App receives: nothing
after 10s
App receives:
	<iq type='set' from='example.org' id='{capture:p2}'><pubsub xmlns='http://jabber.org/protocol/pubsub' scansion:strict='false'>
		<publish><item><notification xmlns='urn:xmpp:push:0'>
			<x xmlns='jabber:x:data' type='submit' scansion:strict='false'><field var='message-count'><value>2</value></field></x>
		</notification></item></publish>
	</pubsub></iq>
# no answer at all: a minute, and the next pause
after 1m
App receives: nothing
after 1m
App receives:
	<iq type='set' from='example.org' id='{capture:p3}'/>
# too late, and from somebody else
App sends:
	<iq type='result' id='${p2}' to='example.org'/>
Juliet sends:
	<iq type='result' id='${p3}' to='example.org'/>
App sends:
	<iq type='result' id='${p3}' to='example.org'/>
after 1h
App receives: nothing
