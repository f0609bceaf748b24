# XEP-0441 §2.1.1: with the default roster, messages of contacts are archived
[Client] Romeo
	jid: romeo@example.org/orchard
[Account] Juliet
	jid: juliet@example.org
[Account] Nurse
	jid: nurse@example.org
-----
Romeo sends:
	<iq type='set' id='p1'><prefs xmlns='urn:xmpp:mam:2' default='roster'/></iq>
	<iq type='set' id='r1'><query xmlns='jabber:iq:roster'><item jid='juliet@example.org'/></query></iq>
Romeo receives:
	<iq type='result' id='p1'><prefs xmlns='urn:xmpp:mam:2' default='roster'><always/><never/></prefs></iq>
	<iq type='result' id='r1'/>
Romeo sends:
	<message to='juliet@example.org' id='m1' type='chat'><body>one</body></message>
	<message to='nurse@example.org' id='m2' type='chat'><body>two</body></message>
	<iq type='set' id='q1'><query xmlns='urn:xmpp:mam:2'/></iq>
Romeo receives:
	<message><result xmlns='urn:xmpp:mam:2' scansion:strict='false'><forwarded xmlns='urn:xmpp:forward:0' scansion:strict='false'><message xmlns='jabber:client' id='m1' type='chat' scansion:strict='false'/></forwarded></result></message>
	<iq type='result' id='q1'><fin xmlns='urn:xmpp:mam:2' complete='true' scansion:strict='false'/></iq>
