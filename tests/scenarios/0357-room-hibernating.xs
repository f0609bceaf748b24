# XEP-0357 with rooms: a sleeping session in a room is woken by what is said there, and by what it may not have got; it gets it with the time
## federated: a session of another server is woken by that
## sockets: the server notices a lost connection at once in memory only
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Phone
	jid: juliet@example.org/phone
	management: true
[Client] App
	jid: push@example.org/app
-----
Romeo sends:
	<presence to='garden@conference.example.org/Romeo'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Romeo receives:
	<presence from='garden@conference.example.org/Romeo'/>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
Romeo sends:
	<iq type='set' id='c1' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'/></query></iq>
Romeo receives:
	<iq type='result' id='c1' from='garden@conference.example.org'/>
Phone sends:
	<presence to='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc'/></presence>
	<iq type='set' id='e1'><enable xmlns='urn:xmpp:push:0' jid='push@example.org/app' node='n'/></iq>
Phone receives:
	<presence from='garden@conference.example.org/Romeo'/>
	<presence from='garden@conference.example.org/Juliet'/>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
	<iq type='result' id='e1'/>
Romeo receives:
	<presence from='garden@conference.example.org/Juliet'/>
Phone loses the connection
App receives: nothing
Romeo sends:
	<message to='garden@conference.example.org' type='groupchat' id='m0'><active xmlns='http://jabber.org/protocol/chatstates'/></message>
	<message to='garden@conference.example.org' type='groupchat' id='m1'><body>Is anybody there?</body></message>
Romeo receives:
	<message type='groupchat' id='m0'/>
	<message type='groupchat' id='m1'/>
App receives:
	<iq type='set' from='example.org' id='{capture:p1}'><pubsub xmlns='http://jabber.org/protocol/pubsub'>
		<publish node='n'><item><notification xmlns='urn:xmpp:push:0'>
			<x xmlns='jabber:x:data' type='submit' scansion:strict='false'><field var='message-count'><value>1</value></field></x>
		</notification></item></publish>
	</pubsub></iq>
App sends:
	<iq type='result' id='${p1}' to='example.org'/>
after 20s
Phone resumes
Phone receives:
	<message type='groupchat' id='m1'><body>Is anybody there?</body><delay from='example.org' xmlns='urn:xmpp:delay' stamp='{scansion:any}'/></message>
