# XEP-0359 §6: names that are said to be by accounts of this server are only given by the server
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
	<message to='juliet@example.org' id='m1' type='chat'><stanza-id xmlns='urn:xmpp:sid:0' by='juliet@example.org' id='forged'/><body>one</body><stanza-id xmlns='urn:xmpp:sid:0' by='JULIET@example.org' id='forged'/><stanza-id xmlns='urn:xmpp:sid:0' by='romeo@example.org' id='forged'/><stanza-id xmlns='urn:xmpp:sid:0' by='example.org' id='forged'/><stanza-id xmlns='urn:xmpp:sid:0' by='room@muc.example.org' id='honest'/><origin-id xmlns='urn:xmpp:sid:0' id='o1'/></message>
Juliet receives:
	<message id='m1' type='chat'><body>one</body><stanza-id xmlns='urn:xmpp:sid:0' by='juliet@example.org' id='{capture:name}'/><stanza-id xmlns='urn:xmpp:sid:0' by='room@muc.example.org' id='honest'/><origin-id xmlns='urn:xmpp:sid:0' id='o1'/><stanza-id xmlns='urn:xmpp:sid:0' by='juliet@example.org' id='forged' scansion:absent='true'/><stanza-id xmlns='urn:xmpp:sid:0' by='romeo@example.org' id='{scansion:any}' scansion:absent='true'/></message>
Juliet sends:
	<iq type='set' id='q1'><query xmlns='urn:xmpp:mam:2'/></iq>
Juliet receives:
	<message><result xmlns='urn:xmpp:mam:2' id='${name}'><forwarded xmlns='urn:xmpp:forward:0' scansion:strict='false'><message xmlns='jabber:client' from='romeo@example.org/orchard' to='juliet@example.org' id='m1' type='chat'><body>one</body><stanza-id xmlns='urn:xmpp:sid:0' by='room@muc.example.org' id='honest'/><origin-id xmlns='urn:xmpp:sid:0' id='o1'/></message></forwarded></result></message>
	<iq type='result' id='q1'><fin xmlns='urn:xmpp:mam:2' complete='true' scansion:strict='false'/></iq>
