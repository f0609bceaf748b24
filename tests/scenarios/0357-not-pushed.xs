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
# the phone is told what the desk has: it is another device
Juliet sends:
	<message to='romeo@example.org' type='chat' id='m3'><body>Romeo!</body></message>
Romeo's desk receives:
	<message id='m3' type='chat'/>
App receives in any order:
	<iq type='set' from='example.org' id='{capture:p1}'><pubsub xmlns='http://jabber.org/protocol/pubsub' scansion:strict='false'><publish node='a' scansion:strict='false'/></pubsub></iq>
	<iq type='set' from='example.org' id='{capture:p2}'><pubsub xmlns='http://jabber.org/protocol/pubsub' scansion:strict='false'><publish node='b' scansion:strict='false'/></pubsub></iq>
App sends:
	<iq type='result' id='${p1}' to='example.org'/>
	<iq type='result' id='${p2}' to='example.org'/>
# one is disabled by a client, the other revoked by the service (§8)
Romeo's desk sends:
	<iq type='set' id='d1'><disable xmlns='urn:xmpp:push:0' jid='push@example.org/app' node='a'/></iq>
Romeo's desk receives:
	<iq type='result' id='d1'/>
App sends:
	<message to='romeo@example.org'><pubsub xmlns='http://jabber.org/protocol/pubsub' node='b'><affiliation jid='romeo@example.org' affiliation='none'/></pubsub></message>
Romeo's desk receives:
	<message from='push@example.org/app'/>
after 1m
Juliet sends:
	<message to='romeo@example.org' type='chat' id='m4'><body>Romeo!</body></message>
Romeo's desk receives:
	<message id='m4' type='chat'/>
App receives: nothing
