# XEP-0160 §2, XEP-0203 §2: what came while nobody was there is delivered with its time, once, in order
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
[Client] Juliet's phone
	jid: juliet@example.org/phone
-----
Romeo sends:
	<message to='juliet@example.org' id='o1' type='chat'><body>one</body></message>
	<message to='juliet@example.org' id='o2' type='chat'><body>two</body></message>
	<message to='juliet@example.org' id='o3'><subject>three</subject></message>
Juliet connects
Juliet sends:
	<presence/>
Juliet receives:
	<presence from='juliet@example.org/balcony'/>
	<message id='o1' from='romeo@example.org/orchard' type='chat'><body>one</body><delay xmlns='urn:xmpp:delay' from='example.org' stamp='{scansion:any}' scansion:strict='false'/></message>
	<message id='o2' from='romeo@example.org/orchard' type='chat'><body>two</body><delay xmlns='urn:xmpp:delay' from='example.org' stamp='{scansion:any}' scansion:strict='false'/></message>
	<message id='o3' from='romeo@example.org/orchard'><subject>three</subject><delay xmlns='urn:xmpp:delay' from='example.org' stamp='{scansion:any}' scansion:strict='false'/></message>
Juliet's phone connects
Juliet's phone sends:
	<presence/>
Juliet's phone receives in any order:
	<presence from='juliet@example.org/phone'/>
	<presence from='juliet@example.org/balcony'/>
Juliet receives:
	<presence from='juliet@example.org/phone'/>
Juliet's phone receives: nothing
