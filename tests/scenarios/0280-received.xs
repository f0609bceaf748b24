# XEP-0280 §7: what comes for one device is copied to the others that want it, and to nobody else
## prosody: it sends a chat message for the bare address to every device itself
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
[Client] Phone
	jid: juliet@example.org/phone
[Client] Tablet
	jid: juliet@example.org/tablet
-----
Juliet sends:
	<presence/>
Juliet receives:
	<presence/>
Phone sends:
	<iq type='set' id='c1'><enable xmlns='urn:xmpp:carbons:2'/></iq>
Phone receives:
	<iq type='result' id='c1'/>
# For a full address: the phone needs no presence, the tablet did not ask
Romeo sends:
	<message to='juliet@example.org/balcony' id='m1' type='chat'><body>but soft</body></message>
Juliet receives:
	<message to='juliet@example.org/balcony' from='romeo@example.org/orchard' id='m1' type='chat'>
		<body>but soft</body>
		<received xmlns='urn:xmpp:carbons:2' scansion:absent='true' scansion:strict='false'/>
	</message>
Phone receives:
	<message from='juliet@example.org' to='juliet@example.org/phone' type='chat' id='{scansion:none}'>
		<received xmlns='urn:xmpp:carbons:2'>
			<forwarded xmlns='urn:xmpp:forward:0'>
				<message xmlns='jabber:client' to='juliet@example.org/balcony' from='romeo@example.org/orchard' id='m1' type='chat'><body>but soft</body></message>
			</forwarded>
		</received>
	</message>
Tablet receives: nothing
# For the bare address: the phone is not available, so the message itself is not for it
Romeo sends:
	<message to='juliet@example.org' id='m2' type='normal'><body>what light</body></message>
Juliet receives:
	<message to='juliet@example.org' from='romeo@example.org/orchard' id='m2' type='normal'><body>what light</body></message>
Phone receives:
	<message from='juliet@example.org' to='juliet@example.org/phone'>
		<received xmlns='urn:xmpp:carbons:2'>
			<forwarded xmlns='urn:xmpp:forward:0'>
				<message xmlns='jabber:client' to='juliet@example.org' from='romeo@example.org/orchard' id='m2' type='normal'><body>what light</body></message>
			</forwarded>
		</received>
	</message>
# Now it is: it gets the message, and no copy besides
Phone sends:
	<presence/>
Phone receives in any order:
	<presence from='juliet@example.org/phone'/>
	<presence from='juliet@example.org/balcony'/>
Juliet receives:
	<presence from='juliet@example.org/phone'/>
Romeo sends:
	<message to='juliet@example.org' id='m3' type='chat'><body>through yonder</body></message>
Juliet receives:
	<message id='m3' type='chat'><body>through yonder</body></message>
Phone receives:
	<message id='m3' type='chat'><body>through yonder</body></message>
Phone receives: nothing
Tablet receives: nothing
