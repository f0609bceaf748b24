# RFC 6121 §8.5.2.1.1: a session of negative priority never gets what is sent to the account
## prosody: it delivers what waited with the initial presence only
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/robot
-----
Juliet sends:
	<presence><priority>-1</priority></presence>
Juliet receives:
	<presence from='juliet@example.org/robot'><priority>-1</priority></presence>
Romeo sends:
	<message to='juliet@example.org' id='m1'><body>normal</body></message>
	<message to='juliet@example.org' id='m2' type='chat'><body>chat</body></message>
	<message to='juliet@example.org' id='m3' type='headline'><body>headline</body></message>
	<message to='juliet@example.org' id='m4' type='groupchat'><body>groupchat</body></message>
	<message to='juliet@example.org' id='m5' type='error'><body>error</body></message>
Romeo receives:
	<message type='error' id='m4'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
Romeo receives: nothing
Juliet receives: nothing
# a priority of zero or more brings what waited (XEP-0160 §2)
Juliet sends:
	<presence><priority>1</priority></presence>
Juliet receives in any order:
	<presence from='juliet@example.org/robot'><priority>1</priority></presence>
	<message id='m1'><body>normal</body><delay xmlns='urn:xmpp:delay' stamp='{scansion:any}' scansion:strict='false'/></message>
	<message id='m2' type='chat'><body>chat</body><delay xmlns='urn:xmpp:delay' stamp='{scansion:any}' scansion:strict='false'/></message>
Juliet receives: nothing
