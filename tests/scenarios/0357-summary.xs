# XEP-0357 §7: sender, text and urgency, where they are asked for
[Server]
	push shows: sender body
[Client] Romeo
	jid: romeo@example.org/phone
[Client] Juliet
	jid: juliet@example.org/balcony
[Client] App
	jid: push@example.org/app
-----
Romeo sends:
	<iq type='set' id='e1'><enable xmlns='urn:xmpp:push:0' jid='push@example.org/app' node='n'><priority xmlns='tigase:push:priority:0'/></enable></iq>
Romeo receives:
	<iq type='result' id='e1'/>
Romeo disconnects
Juliet sends:
	<message to='romeo@example.org' type='chat'><body>Romeo!</body></message>
App receives:
	<iq type='set' from='example.org' id='{capture:p1}'><pubsub xmlns='http://jabber.org/protocol/pubsub'>
		<publish node='n'><item><notification xmlns='urn:xmpp:push:0'>
			<x xmlns='jabber:x:data' type='submit'>
				<field var='FORM_TYPE' type='hidden'><value>urn:xmpp:push:summary</value></field>
				<field var='message-count'><value>1</value></field>
				<field var='last-message-sender'><value>juliet@example.org/balcony</value></field>
				<field var='last-message-body'><value>Romeo!</value></field>
			</x>
			<priority xmlns='tigase:push:priority:0'>high</priority>
		</notification></item></publish>
	</pubsub></iq>
App sends:
	<iq type='result' id='${p1}' to='example.org'/>
after 10s
Juliet sends:
	<presence to='romeo@example.org' type='subscribe'/>
App receives:
	<iq type='set' from='example.org' id='{scansion:any}'><pubsub xmlns='http://jabber.org/protocol/pubsub'>
		<publish node='n'><item><notification xmlns='urn:xmpp:push:0'>
			<x xmlns='jabber:x:data' type='submit'>
				<field var='FORM_TYPE' type='hidden'><value>urn:xmpp:push:summary</value></field>
				<field var='message-count'><value>1</value></field>
				<field var='pending-subscription-count'><value>1</value></field>
			</x>
			<priority xmlns='tigase:push:priority:0'>low</priority>
		</notification></item></publish>
	</pubsub></iq>
