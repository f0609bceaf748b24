# XEP-0352 and XEP-0280: copies count as what they copy; what the user writes elsewhere waits, but not for ever
## prosody: it has its own classes
[Client] Phone
	jid: romeo@example.org/phone
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
-----
Phone sends:
	<iq type='set' id='c1'><enable xmlns='urn:xmpp:carbons:2'/></iq>
Phone receives:
	<iq type='result' id='c1'/>
Phone sends:
	<inactive xmlns='urn:xmpp:csi:0'/>
Romeo sends:
	<message to='juliet@example.org/balcony' id='m1' type='chat'><composing xmlns='http://jabber.org/protocol/chatstates'/></message>
	<message to='juliet@example.org/balcony' id='m2' type='chat'><body>I take thee at thy word</body></message>
Juliet receives:
	<message id='m1' type='chat'/>
	<message id='m2' type='chat'/>
Phone receives: nothing
Juliet sends:
	<message to='romeo@example.org/orchard' id='m3' type='chat'><composing xmlns='http://jabber.org/protocol/chatstates'/></message>
	<message to='romeo@example.org/orchard' id='m4' type='chat'><body>what man art thou?</body></message>
Romeo receives:
	<message id='m3' type='chat'/>
	<message id='m4' type='chat'/>
Phone receives:
	<message type='chat'><sent xmlns='urn:xmpp:carbons:2'><forwarded xmlns='urn:xmpp:forward:0'><message xmlns='jabber:client' id='m2' type='chat'/></forwarded></sent></message>
	<message type='chat'><received xmlns='urn:xmpp:carbons:2'><forwarded xmlns='urn:xmpp:forward:0'><message xmlns='jabber:client' id='m4' type='chat'/></forwarded></received></message>
Romeo sends:
	<message to='juliet@example.org/balcony' id='m5' type='chat'><body>by a name</body></message>
Juliet receives:
	<message id='m5' type='chat'/>
after 30s
Phone receives: nothing
after 35s
Phone receives:
	<message type='chat'><sent xmlns='urn:xmpp:carbons:2'><forwarded xmlns='urn:xmpp:forward:0'><message xmlns='jabber:client' id='m5' type='chat'/></forwarded></sent></message>
# XEP-0353 §3.4: another device takes the call, this one stops ringing
Romeo sends:
	<message to='juliet@example.org/balcony' id='m6' type='chat'><proceed xmlns='urn:xmpp:jingle-message:0' id='c1'/><store xmlns='urn:xmpp:hints'/></message>
Juliet receives:
	<message id='m6' type='chat'/>
Phone receives:
	<message type='chat'><sent xmlns='urn:xmpp:carbons:2'><forwarded xmlns='urn:xmpp:forward:0'><message xmlns='jabber:client' id='m6' type='chat'/></forwarded></sent></message>
