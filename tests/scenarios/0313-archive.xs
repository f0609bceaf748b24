# XEP-0313 §4: what an account sent and received, in order, before the end of the results; nobody else's
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
-----
Juliet sends:
	<presence/>
Juliet receives:
	<presence/>
Romeo sends:
	<message to='juliet@example.org' id='m1' type='chat'><body>Call me but love</body></message>
Juliet receives:
	<message id='m1' type='chat'><body>Call me but love</body><stanza-id xmlns='urn:xmpp:sid:0' by='juliet@example.org' id='{capture:first}'/></message>
after 60s
Juliet sends:
	<message to='romeo@example.org/orchard' id='m2' type='chat'><body>What man art thou?</body></message>
Romeo receives:
	<message id='m2' type='chat'/>
Juliet sends:
	<iq type='set' id='q1'><query xmlns='urn:xmpp:mam:2' queryid='f27'/></iq>
Juliet receives:
	<message from='juliet@example.org' to='juliet@example.org/balcony'><result xmlns='urn:xmpp:mam:2' queryid='f27' id='${first}'><forwarded xmlns='urn:xmpp:forward:0'><delay xmlns='urn:xmpp:delay' stamp='2026-01-01T12:00:00Z'/><message xmlns='jabber:client' from='romeo@example.org/orchard' to='juliet@example.org' id='m1' type='chat'><body>Call me but love</body></message></forwarded></result></message>
	<message from='juliet@example.org' to='juliet@example.org/balcony'><result xmlns='urn:xmpp:mam:2' queryid='f27' id='{capture:second}'><forwarded xmlns='urn:xmpp:forward:0'><delay xmlns='urn:xmpp:delay' stamp='2026-01-01T12:01:00Z'/><message xmlns='jabber:client' from='juliet@example.org/balcony' to='romeo@example.org/orchard' id='m2' type='chat'><body>What man art thou?</body></message></forwarded></result></message>
Juliet receives:
	<iq type='result' id='q1'><fin xmlns='urn:xmpp:mam:2' complete='true'><set xmlns='http://jabber.org/protocol/rsm'><first index='0'>${first}</first><last>${second}</last><count>2</count></set></fin></iq>
# without a queryid; by the address of the account
Romeo sends:
	<iq type='set' id='q2' to='romeo@example.org'><query xmlns='urn:xmpp:mam:2'/></iq>
Romeo receives:
	<message from='romeo@example.org'><result xmlns='urn:xmpp:mam:2' id='{scansion:not ${first}}'><forwarded xmlns='urn:xmpp:forward:0' scansion:strict='false'><message xmlns='jabber:client' id='m1' type='chat' scansion:strict='false'/></forwarded></result></message>
	<message from='romeo@example.org'><result xmlns='urn:xmpp:mam:2' id='{scansion:not ${second}}'><forwarded xmlns='urn:xmpp:forward:0' scansion:strict='false'><message xmlns='jabber:client' id='m2' type='chat' scansion:strict='false'/></forwarded></result></message>
	<iq type='result' id='q2'><fin xmlns='urn:xmpp:mam:2' complete='true' scansion:strict='false'/></iq>
