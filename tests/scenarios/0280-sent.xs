# XEP-0280 §8: what one device sends is copied to the others, whether the sender wants copies itself or not
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
[Client] Phone
	jid: juliet@example.org/phone
[Client] Tablet
	jid: juliet@example.org/tablet
-----
Phone sends:
	<iq type='set' id='c1'><enable xmlns='urn:xmpp:carbons:2'/></iq>
Phone receives:
	<iq type='result' id='c1'/>
Juliet sends:
	<message to='romeo@example.org/orchard' id='m1' type='chat'><body>ay me</body></message>
Romeo receives:
	<message from='juliet@example.org/balcony' to='romeo@example.org/orchard' id='m1' type='chat'><body>ay me</body></message>
Phone receives:
	<message from='juliet@example.org' to='juliet@example.org/phone' type='chat'>
		<sent xmlns='urn:xmpp:carbons:2'>
			<forwarded xmlns='urn:xmpp:forward:0'>
				<message xmlns='jabber:client' from='juliet@example.org/balcony' to='romeo@example.org/orchard' id='m1' type='chat'><body>ay me</body></message>
			</forwarded>
		</sent>
	</message>
Juliet receives: nothing
Tablet receives: nothing
# The one that wants copies gets none of its own
Phone sends:
	<message to='romeo@example.org/orchard' id='m2' type='chat'><composing xmlns='http://jabber.org/protocol/chatstates'/></message>
Romeo receives:
	<message from='juliet@example.org/phone' id='m2' type='chat'><composing xmlns='http://jabber.org/protocol/chatstates'/></message>
Phone receives: nothing
Juliet receives: nothing
# §10.1: on and off, as often as one likes
Phone sends:
	<iq type='set' id='c2'><enable xmlns='urn:xmpp:carbons:2'/></iq>
	<iq type='set' id='c3'><disable xmlns='urn:xmpp:carbons:2'/></iq>
	<iq type='set' id='c4'><disable xmlns='urn:xmpp:carbons:2'/></iq>
Phone receives:
	<iq type='result' id='c2'/>
	<iq type='result' id='c3'/>
	<iq type='result' id='c4'/>
Juliet sends:
	<message to='romeo@example.org/orchard' id='m3' type='chat'><body>he speaks</body></message>
Romeo receives:
	<message id='m3' type='chat'><body>he speaks</body></message>
Phone receives: nothing
