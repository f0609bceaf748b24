# XEP-0357 §7: nobody is woken by what has no content, by what the account itself sent, by blocked contacts, or after disabling
[Client] Romeo
	jid: romeo@example.org/phone
[Client] Romeo's desk
	jid: romeo@example.org/desk
[Client] Juliet
	jid: juliet@example.org/balcony
[Client] Tybalt
	jid: tybalt@example.org/street
[Client] App
	jid: push@example.org/app
-----
Romeo sends:
	<iq type='set' id='e1'><enable xmlns='urn:xmpp:push:0' jid='push@example.org/app' node='a'/></iq>
	<iq type='set' id='e2'><enable xmlns='urn:xmpp:push:0' jid='push@example.org/app' node='b'/></iq>
	<iq type='set' id='b1'><block xmlns='urn:xmpp:blocking'><item jid='tybalt@example.org'/></block></iq>
Romeo receives:
	<iq type='result' id='e1'/>
	<iq type='result' id='e2'/>
	<iq type='result' id='b1'/>
Romeo disconnects
Romeo's desk sends:
	<presence/>
	<message to='romeo@example.org' type='chat' id='own'><body>a note</body></message>
Romeo's desk receives in any order:
	<presence/>
	<message type='chat' id='own'/>
Juliet sends:
	<message to='romeo@example.org' type='chat'><composing xmlns='http://jabber.org/protocol/chatstates'/></message>
	<message to='romeo@example.org' type='chat'><received xmlns='urn:xmpp:receipts' id='m1'/></message>
	<message to='romeo@example.org' type='headline'><body>news</body></message>
Romeo's desk receives:
	<message from='juliet@example.org/balcony' type='chat'><composing xmlns='http://jabber.org/protocol/chatstates'/></message>
	<message from='juliet@example.org/balcony' type='chat'><received xmlns='urn:xmpp:receipts' id='m1'/></message>
	<message from='juliet@example.org/balcony' type='headline'/>
Tybalt sends:
	<message to='romeo@example.org' type='chat' id='m2'><body>Villain!</body></message>
Tybalt receives:
	<message type='error' id='m2'/>
App receives: nothing
Romeo's desk disconnects
# one is disabled by its client, one revoked by the service (§8)
Romeo connects
Romeo sends:
	<iq type='set' id='d1'><disable xmlns='urn:xmpp:push:0' jid='push@example.org/app' node='a'/></iq>
	<presence/>
Romeo receives:
	<iq type='result' id='d1'/>
	<presence/>
App sends:
	<message to='romeo@example.org'><pubsub xmlns='http://jabber.org/protocol/pubsub' node='b'><affiliation jid='romeo@example.org' affiliation='none'/></pubsub></message>
Romeo receives:
	<message from='push@example.org/app'/>
Romeo disconnects
Juliet sends:
	<message to='romeo@example.org' type='chat' id='m4'><body>Romeo!</body></message>
App receives: nothing
