# XEP-0352 §5.2: a stream that is resumed begins active; what was held comes with it, what was dropped does not
## prosody: it has its own classes
[Client] Phone
	jid: romeo@example.org/phone
	raw: sasl
[Client] Juliet
	jid: juliet@example.org/balcony
-----
Phone binds
Phone sends:
	<enable xmlns='urn:xmpp:sm:3' resume='true'/>
Phone receives:
	<enabled xmlns='urn:xmpp:sm:3' id='{capture:id}' scansion:strict='false'/>
Phone sends:
	<inactive xmlns='urn:xmpp:csi:0'/>
Juliet sends:
	<presence to='romeo@example.org/phone'><show>chat</show></presence>
	<message to='romeo@example.org/phone' id='m1' type='chat'><composing xmlns='http://jabber.org/protocol/chatstates'/></message>
Phone receives: nothing
Phone loses the connection
Juliet sends:
	<presence to='romeo@example.org/phone'><show>away</show></presence>
Phone connects
Phone sends:
	<resume xmlns='urn:xmpp:sm:3' previd='${id}' h='0'/>
Phone receives:
	<resumed xmlns='urn:xmpp:sm:3' previd='${id}' h='0'/>
	<presence from='juliet@example.org/balcony'><show>away</show></presence>
# Nothing is held any more
Juliet sends:
	<message to='romeo@example.org/phone' id='m2' type='chat'><composing xmlns='http://jabber.org/protocol/chatstates'/></message>
Phone receives:
	<message id='m2' type='chat'/>
