# XEP-0313 §6.1: the sender's archive says that a message did not arrive; a message that was refused is not in the archive of who refused it
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
-----
Juliet sends:
	<iq type='set' id='b1'><block xmlns='urn:xmpp:blocking'><item jid='romeo@example.org'/></block></iq>
Juliet receives:
	<iq type='result' id='b1'/>
Romeo sends:
	<message to='juliet@example.org' id='m1' type='chat'><body>one</body></message>
	<message to='juliet@example.org' id='m2' type='chat'><composing xmlns='http://jabber.org/protocol/chatstates'/></message>
Romeo receives:
	<message type='error' id='m1'/>
	<message type='error' id='m2'/>
Romeo sends:
	<iq type='set' id='q1'><query xmlns='urn:xmpp:mam:2'/></iq>
Romeo receives in any order:
	<message><result xmlns='urn:xmpp:mam:2' scansion:strict='false'><forwarded xmlns='urn:xmpp:forward:0' scansion:strict='false'><message xmlns='jabber:client' id='m1' type='chat' scansion:strict='false'/></forwarded></result></message>
	<message><result xmlns='urn:xmpp:mam:2' scansion:strict='false'><forwarded xmlns='urn:xmpp:forward:0' scansion:strict='false'><message xmlns='jabber:client' id='m1' type='error' scansion:strict='false'/></forwarded></result></message>
	<message><result xmlns='urn:xmpp:mam:2' scansion:strict='false'><forwarded xmlns='urn:xmpp:forward:0' scansion:strict='false'><message xmlns='jabber:client' id='m2' type='error' scansion:strict='false'/></forwarded></result></message>
	<iq type='result' id='q1'><fin xmlns='urn:xmpp:mam:2' complete='true' scansion:strict='false'/></iq>
Juliet sends:
	<iq type='set' id='q2'><query xmlns='urn:xmpp:mam:2'/></iq>
Juliet receives:
	<iq type='result' id='q2'><fin xmlns='urn:xmpp:mam:2' complete='true'><set xmlns='http://jabber.org/protocol/rsm'><count>0</count></set></fin></iq>
