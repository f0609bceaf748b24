# XEP-0220 §2.6.1: a host and its rooms share a stream to a peer that calls back; what is for both counts once
## sockets: peers are played in memory only

[Peer] Montague
	domain: montague.example
	to: example.org
	accepts by: dialback

[Peer] Visitor
	domain: montague.example
	to: conference.example.org

[Client] Romeo
	jid: romeo@example.org/orchard
-----
Romeo sends:
	<message to='benvolio@montague.example' type='chat' id='1'><body>one</body></message>
Montague accepts
Montague receives:
	<message from='romeo@example.org/orchard' to='benvolio@montague.example' type='chat' id='1'><body>one</body></message>
Visitor connects
Visitor sends:
	<iq type='get' id='d1' from='benvolio@montague.example/phone' to='conference.example.org'><query xmlns='http://jabber.org/protocol/disco#items'/></iq>
Montague receives:
	<db:result from='conference.example.org' to='montague.example'>{scansion:any}</db:result>
Montague sends:
	<db:result from='montague.example' to='conference.example.org' type='valid'/>
Montague receives:
	<iq type='result' id='d1' from='conference.example.org' to='benvolio@montague.example/phone'/>
