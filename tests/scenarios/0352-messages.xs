# XEP-0352 §3.2: messages with content come at once, and what waited before them; chat states never; receipts and events wait
## prosody: it has its own classes
[Client] Phone
	jid: romeo@example.org/phone
[Client] Juliet
	jid: juliet@example.org/balcony
-----
Phone sends:
	<inactive xmlns='urn:xmpp:csi:0'/>
Juliet sends:
	<presence to='romeo@example.org/phone'/>
	<message to='romeo@example.org/phone' id='m1' type='chat'><composing xmlns='http://jabber.org/protocol/chatstates'/></message>
	<message to='romeo@example.org/phone' id='m2' type='chat'><received xmlns='urn:xmpp:receipts' id='x'/></message>
	<message to='romeo@example.org/phone' id='m3' type='chat'><displayed xmlns='urn:xmpp:chat-markers:0' id='x'/></message>
	<message to='romeo@example.org/phone' id='m4' type='headline'><event xmlns='http://jabber.org/protocol/pubsub#event'><items node='urn:xmpp:bookmarks:1'/></event></message>
Phone receives: nothing
Juliet sends:
	<message to='romeo@example.org/phone' id='m5' type='chat'><body>art thou there?</body></message>
Phone receives:
	<presence from='juliet@example.org/balcony'/>
	<message id='m2' type='chat'/>
	<message id='m3' type='chat'/>
	<message id='m4' type='headline'/>
	<message id='m5' type='chat'><body>art thou there?</body></message>
# Still inactive
Juliet sends:
	<message to='romeo@example.org/phone' id='m6' type='chat'><received xmlns='urn:xmpp:receipts' id='x'/></message>
Phone receives: nothing
Juliet sends:
	<iq to='romeo@example.org/phone' id='i1' type='get'><query xmlns='jabber:iq:version'/></iq>
Phone receives:
	<message id='m6' type='chat'/>
	<iq from='juliet@example.org/balcony' id='i1' type='get'/>
# XEP-0353: a call, and an encrypted message without a body
Juliet sends:
	<message to='romeo@example.org/phone' id='m7' type='chat'><propose xmlns='urn:xmpp:jingle-message:0' id='c1'/><store xmlns='urn:xmpp:hints'/></message>
	<message to='romeo@example.org/phone' id='m8' type='chat'><encrypted xmlns='eu.siacs.conversations.axolotl'/></message>
	<message to='romeo@example.org/phone' id='m9' type='chat'><active xmlns='http://jabber.org/protocol/chatstates'/></message>
Phone receives:
	<message id='m7' type='chat'/>
	<message id='m8' type='chat'/>
Phone receives: nothing
Phone sends:
	<active xmlns='urn:xmpp:csi:0'/>
Phone receives: nothing
Juliet sends:
	<message to='romeo@example.org/phone' id='m10' type='chat'><active xmlns='http://jabber.org/protocol/chatstates'/></message>
Phone receives:
	<message id='m10' type='chat'/>
