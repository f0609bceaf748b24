# XEP-0280, XEP-0359: a copy has the name of its message in the account's archive, and the archive has the message once
## prosody: its archive names messages before they are copied
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Romeo's phone
	jid: romeo@example.org/phone
[Client] Juliet
	jid: juliet@example.org/balcony
[Client] Juliet's phone
	jid: juliet@example.org/phone
-----
Romeo's phone sends:
	<iq type='set' id='c1'><enable xmlns='urn:xmpp:carbons:2'/></iq>
Romeo's phone receives:
	<iq type='result' id='c1'/>
Juliet's phone sends:
	<iq type='set' id='c1'><enable xmlns='urn:xmpp:carbons:2'/></iq>
Juliet's phone receives:
	<iq type='result' id='c1'/>
Romeo sends:
	<message to='juliet@example.org/balcony' id='m1' type='chat'><body>one</body><stanza-id xmlns='urn:xmpp:sid:0' by='juliet@example.org' id='forged'/></message>
Juliet receives:
	<message id='m1' type='chat'><stanza-id xmlns='urn:xmpp:sid:0' by='juliet@example.org' id='{capture:hers}'/></message>
Juliet's phone receives:
	<message type='chat'><received xmlns='urn:xmpp:carbons:2'><forwarded xmlns='urn:xmpp:forward:0'>
		<message xmlns='jabber:client' id='m1' type='chat'><stanza-id xmlns='urn:xmpp:sid:0' by='juliet@example.org' id='${hers}'/></message>
	</forwarded></received></message>
Romeo's phone receives:
	<message type='chat'><sent xmlns='urn:xmpp:carbons:2'><forwarded xmlns='urn:xmpp:forward:0'>
		<message xmlns='jabber:client' id='m1' type='chat'><stanza-id xmlns='urn:xmpp:sid:0' by='romeo@example.org' id='{capture:his}'/></message>
	</forwarded></sent></message>
Juliet's phone sends:
	<iq type='set' id='q1'><query xmlns='urn:xmpp:mam:2'/></iq>
Juliet's phone receives:
	<message><result xmlns='urn:xmpp:mam:2' id='${hers}'><forwarded xmlns='urn:xmpp:forward:0' scansion:strict='false'><message xmlns='jabber:client' id='m1' type='chat'/></forwarded></result></message>
	<iq type='result' id='q1'><fin xmlns='urn:xmpp:mam:2' complete='true' scansion:strict='false'/></iq>
Romeo's phone sends:
	<iq type='set' id='q1'><query xmlns='urn:xmpp:mam:2'/></iq>
Romeo's phone receives:
	<message><result xmlns='urn:xmpp:mam:2' id='${his}'><forwarded xmlns='urn:xmpp:forward:0' scansion:strict='false'><message xmlns='jabber:client' id='m1' type='chat'/></forwarded></result></message>
	<iq type='result' id='q1'><fin xmlns='urn:xmpp:mam:2' complete='true' scansion:strict='false'/></iq>
