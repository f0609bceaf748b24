# XEP-0357 §4.1, §5, §6: the account says that it publishes; services and nodes are enabled and disabled
[Client] Romeo
	jid: romeo@example.org/orchard
-----
Romeo sends:
	<iq type='get' id='d1' to='romeo@example.org'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
Romeo receives:
	<iq type='result' id='d1'><query xmlns='http://jabber.org/protocol/disco#info' scansion:strict='false'><feature var='urn:xmpp:push:0'/></query></iq>
Romeo sends:
	<iq type='set' id='e1'><enable xmlns='urn:xmpp:push:0' jid='push-5.client.example' node='yxs32uqsflafdk3iuqo'/></iq>
Romeo receives:
	<iq type='result' id='e1'/>
# the options of the last request count
Romeo sends:
	<iq type='set' id='e2' to='romeo@example.org'><enable xmlns='urn:xmpp:push:0' jid='push-5.client.example' node='yxs32uqsflafdk3iuqo'>
		<x xmlns='jabber:x:data' type='submit'>
			<field var='FORM_TYPE'><value>http://jabber.org/protocol/pubsub#publish-options</value></field>
			<field var='secret'><value>eruio234vzxc2kla-91</value></field>
		</x>
	</enable></iq>
Romeo receives:
	<iq type='result' id='e2'/>
Romeo sends:
	<iq type='set' id='e3'><disable xmlns='urn:xmpp:push:0' jid='push-5.client.example' node='yxs32uqsflafdk3iuqo'/></iq>
	<iq type='set' id='e4'><disable xmlns='urn:xmpp:push:0' jid='push-5.client.example'/></iq>
Romeo receives:
	<iq type='result' id='e3'/>
	<iq type='result' id='e4'/>
