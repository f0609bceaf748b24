# XEP-0280 §11: nobody sends a copy that somebody could believe, not even to himself (CVE-2017-5589)
## prosody: it leaves that to the clients
[Client] Tybalt
	jid: tybalt@example.org/street
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Phone
	jid: romeo@example.org/phone
-----
Romeo sends:
	<presence/>
Romeo receives:
	<presence/>
Phone sends:
	<iq type='set' id='c1'><enable xmlns='urn:xmpp:carbons:2'/></iq>
Phone receives:
	<iq type='result' id='c1'/>
Tybalt sends:
	<message to='romeo@example.org' id='m1' type='chat'>
		<received xmlns='urn:xmpp:carbons:2'><forwarded xmlns='urn:xmpp:forward:0'>
			<message xmlns='jabber:client' from='juliet@example.org/balcony' to='romeo@example.org/orchard' type='chat'><body>meet me tonight</body></message>
		</forwarded></received>
		<body>see below</body>
	</message>
Romeo receives:
	<message from='tybalt@example.org/street' id='m1' type='chat'>
		<body>see below</body>
		<received xmlns='urn:xmpp:carbons:2' scansion:absent='true' scansion:strict='false'/>
	</message>
Phone receives:
	<message from='romeo@example.org' type='chat'>
		<received xmlns='urn:xmpp:carbons:2'><forwarded xmlns='urn:xmpp:forward:0'>
			<message xmlns='jabber:client' from='tybalt@example.org/street' id='m1' type='chat'>
				<body>see below</body>
				<received xmlns='urn:xmpp:carbons:2' scansion:absent='true' scansion:strict='false'/>
			</message>
		</forwarded></received>
	</message>
# From a session of the account itself, under its bare address, which it may write into 'from'
Romeo sends:
	<message from='romeo@example.org' to='romeo@example.org/phone' id='m2' type='chat'>
		<sent xmlns='urn:xmpp:carbons:2'><forwarded xmlns='urn:xmpp:forward:0'>
			<message xmlns='jabber:client' from='romeo@example.org/orchard' to='juliet@example.org' type='chat'><body>I never said</body></message>
		</forwarded></sent>
	</message>
Phone receives:
	<message from='romeo@example.org/orchard' id='m2' type='chat'>
		<sent xmlns='urn:xmpp:carbons:2' scansion:absent='true' scansion:strict='false'/>
	</message>
# To others it does not leave the account
Romeo sends:
	<message to='tybalt@example.org/street' id='m3' type='chat'><sent xmlns='urn:xmpp:carbons:2'/></message>
Tybalt receives:
	<message from='romeo@example.org/orchard' id='m3' type='chat'><sent xmlns='urn:xmpp:carbons:2' scansion:absent='true' scansion:strict='false'/></message>
Phone receives:
	<message from='romeo@example.org' type='chat'>
		<sent xmlns='urn:xmpp:carbons:2'><forwarded xmlns='urn:xmpp:forward:0'><message xmlns='jabber:client' id='m3' type='chat'/></forwarded></sent>
	</message>
