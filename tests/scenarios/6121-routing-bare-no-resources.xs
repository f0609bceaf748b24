# RFC 6121 §8.5.2.2: the account exists and nobody is there: normal and chat wait, groupchat is refused, headline and error vanish
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
-----
Romeo sends:
	<message to='juliet@example.org' id='m1'><body>normal</body></message>
	<message to='juliet@example.org' id='m2' type='chat'><body>chat</body></message>
	<message to='juliet@example.org' id='m3' type='headline'><body>headline</body></message>
	<message to='juliet@example.org' id='m4' type='groupchat'><body>groupchat</body></message>
	<message to='juliet@example.org' id='m5' type='error'><body>error</body></message>
	<message to='juliet@example.org' id='m6' type='normal'><body>normal too</body></message>
Romeo receives:
	<message type='error' id='m4' from='juliet@example.org'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
Romeo receives: nothing
Juliet connects
Juliet sends:
	<presence/>
Juliet receives in any order:
	<presence from='juliet@example.org/balcony'/>
	<message id='m1' from='romeo@example.org/orchard'><body>normal</body><delay xmlns='urn:xmpp:delay' stamp='{scansion:any}' from='{scansion:any}' scansion:strict='false'/></message>
	<message id='m2' type='chat'><body>chat</body><delay xmlns='urn:xmpp:delay' stamp='{scansion:any}' scansion:strict='false'/></message>
	<message id='m6' type='normal'><body>normal too</body><delay xmlns='urn:xmpp:delay' stamp='{scansion:any}' scansion:strict='false'/></message>
Juliet receives: nothing
