# XEP-0313 §4, XEP-0359 §5: a message between servers is in both archives once, each with an id of its own server; a forged id does not pass

[Server]
	federated: on

[Client] Romeo
	jid: romeo@montague.lit/orchard

[Client] Juliet
	jid: juliet@capulet.lit/balcony
-----
Juliet sends:
	<presence/>
Juliet receives:
	<presence/>
Romeo sends:
	<message to='juliet@capulet.lit' type='chat' id='1'><body>one</body><stanza-id xmlns='urn:xmpp:sid:0' by='juliet@capulet.lit' id='forged'/><origin-id xmlns='urn:xmpp:sid:0' id='o1'/></message>
Juliet receives:
	<message from='romeo@montague.lit/orchard' type='chat' id='1'><body>one</body><stanza-id xmlns='urn:xmpp:sid:0' by='juliet@capulet.lit' id='{capture:hers}'/><origin-id xmlns='urn:xmpp:sid:0' id='o1'/></message>
Juliet sends:
	<iq type='set' id='q'><query xmlns='urn:xmpp:mam:2'/></iq>
Juliet receives:
	<message><result xmlns='urn:xmpp:mam:2' id='${hers}' scansion:strict='false'/></message>
	<iq type='result' id='q'><fin xmlns='urn:xmpp:mam:2' complete='true'><set xmlns='http://jabber.org/protocol/rsm'><first index='0'>${hers}</first><last>${hers}</last><count>1</count></set></fin></iq>
Romeo sends:
	<iq type='set' id='q'><query xmlns='urn:xmpp:mam:2'/></iq>
Romeo receives:
	<message><result xmlns='urn:xmpp:mam:2' id='{capture:his}' scansion:strict='false'/></message>
Romeo receives:
	<iq type='result' id='q'><fin xmlns='urn:xmpp:mam:2' complete='true'><set xmlns='http://jabber.org/protocol/rsm'><first index='0'>${his}</first><last>${his}</last><count>1</count></set></fin></iq>
