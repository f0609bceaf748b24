# XEP-0357 §5, §7: a push service of another server is told as one of our own; what it refuses goes on being refused, and it is disabled after five errors

[Server]
	module ping: off

[Peer] Service
	domain: push.example.net
	to: example.org
	bidi: on

[Client] Romeo
	jid: romeo@example.org/phone

[Client] Juliet
	jid: juliet@example.org/balcony
-----
Romeo sends:
	<presence/>
	<iq type='set' id='e1'><enable xmlns='urn:xmpp:push:0' jid='push.example.net' node='yxs32uqsflafdk3iuqo'>
		<x xmlns='jabber:x:data' type='submit'>
			<field var='FORM_TYPE'><value>http://jabber.org/protocol/pubsub#publish-options</value></field>
			<field var='secret'><value>eruio234vzxc2kla-91</value></field>
		</x>
	</enable></iq>
Romeo receives:
	<presence/>
	<iq type='result' id='e1'/>
Romeo disconnects
Juliet sends:
	<message to='romeo@example.org' type='chat'><body>Romeo!</body></message>
Service receives:
	<iq type='set' from='example.org' to='push.example.net' id='{capture:p1}'><pubsub xmlns='http://jabber.org/protocol/pubsub'>
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
Service sends:
	<iq type='result' from='push.example.net' to='example.org' id='${p1}'/>
# Somebody else of that server cannot answer for it, and knows nothing of him.
Juliet sends:
	<message to='romeo@example.org' type='chat'><body>Romeo?</body></message>
after 10s
Service receives:
	<iq type='set' from='example.org' to='push.example.net' id='{capture:p2}'><pubsub xmlns='http://jabber.org/protocol/pubsub' scansion:strict='false'/></iq>
Service sends:
	<iq type='error' from='push.example.net' to='example.org' id='${p2}'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
Service loses the connection
# Nobody answers there: what was to be published is tried again when there is something new.
silent push.example.net
Juliet sends:
	<message to='romeo@example.org' type='chat'><body>Hist!</body></message>
after 20s
Juliet receives: nothing
