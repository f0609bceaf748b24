# RFC 6121 §8.5.3.2, §8.5.4: a full address that is gone, and nobody else there: only chat goes on as if to the account, and waits
## prosody: it keeps other types too
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
-----
Romeo sends:
	<message to='juliet@example.org/gone' id='m1'><body>normal</body></message>
	<message to='juliet@example.org/gone' id='m2' type='chat'><body>chat</body></message>
	<message to='juliet@example.org/gone' id='m3' type='headline'><body>headline</body></message>
	<message to='juliet@example.org/gone' id='m4' type='groupchat'><body>groupchat</body></message>
	<message to='juliet@example.org/gone' id='m5' type='error'/>
	<presence to='juliet@example.org/gone'/>
	<presence to='juliet@example.org/gone' type='unavailable'/>
Romeo receives in any order:
	<message type='error' id='m1' from='juliet@example.org/gone'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
	<message type='error' id='m4' from='juliet@example.org/gone'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
Romeo receives: nothing
Juliet connects
Juliet sends:
	<presence/>
Juliet receives in any order:
	<presence from='juliet@example.org/balcony'/>
	<message id='m2' type='chat'><body>chat</body><delay xmlns='urn:xmpp:delay' stamp='{scansion:any}' scansion:strict='false'/></message>
Juliet receives: nothing
