# XEP-0313 §3.2: what is older than a year goes, the youngest stay, and names of what is gone are not known any more
[Client] Romeo
	jid: romeo@example.org/orchard
[Account] Juliet
	jid: juliet@example.org
-----
Romeo sends:
	<message to='juliet@example.org' id='m1' type='chat'><body>old</body></message>
	<iq type='set' id='q1'><query xmlns='urn:xmpp:mam:2'/></iq>
Romeo receives:
	<message><result xmlns='urn:xmpp:mam:2' id='{capture:old}'><forwarded xmlns='urn:xmpp:forward:0' scansion:strict='false'/></result></message>
	<iq type='result' id='q1'><fin xmlns='urn:xmpp:mam:2' complete='true' scansion:strict='false'/></iq>
Romeo disconnects
after 300d
Romeo connects
Romeo sends:
	<message to='juliet@example.org' id='m2' type='chat'><body>young</body></message>
Romeo disconnects
after 67d
Romeo connects
Romeo sends:
	<iq type='set' id='q2'><query xmlns='urn:xmpp:mam:2'/></iq>
	<iq type='set' id='q3'><query xmlns='urn:xmpp:mam:2'><set xmlns='http://jabber.org/protocol/rsm'><after>${old}</after></set></query></iq>
Romeo receives:
	<message><result xmlns='urn:xmpp:mam:2' scansion:strict='false'><forwarded xmlns='urn:xmpp:forward:0' scansion:strict='false'><message xmlns='jabber:client' id='m2' type='chat' scansion:strict='false'/></forwarded></result></message>
	<iq type='result' id='q2'><fin xmlns='urn:xmpp:mam:2' complete='true' scansion:strict='false'/></iq>
	<iq type='error' id='q3'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
