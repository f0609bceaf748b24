# XEP-0386 §4: a session may begin inactive
## prosody: it has no Bind 2
[Client] Phone
	jid: romeo@example.org
	login: sasl2
	tag: Phone
	client: d4565fa7-4d72-4749-b3d3-740edbf87770
	bind: <inactive xmlns='urn:xmpp:csi:0'/>
[Client] Juliet
	jid: juliet@example.org/balcony
-----
Juliet sends:
	<presence to="${Phone's full JID}"/>
Phone receives: nothing
Juliet sends:
	<message to="${Phone's full JID}" id='m1' type='chat'><body>wake up</body></message>
Phone receives:
	<presence from='juliet@example.org/balcony'/>
	<message id='m1' type='chat'/>
