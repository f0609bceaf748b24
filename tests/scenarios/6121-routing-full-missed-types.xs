# RFC 6121 §8.5.3.2.1: normal and groupchat to a full address that is gone are refused, headline is ignored
## prosody: it handles them as if to the account
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
-----
Juliet sends:
	<presence/>
Juliet receives:
	<presence/>
Romeo sends:
	<message to='juliet@example.org/gone' id='m1'><body>normal</body></message>
	<message to='juliet@example.org/gone' id='m3' type='headline'><body>headline</body></message>
	<message to='juliet@example.org/gone' id='m4' type='groupchat'><body>groupchat</body></message>
Romeo receives in any order:
	<message type='error' id='m1' from='juliet@example.org/gone'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
	<message type='error' id='m4' from='juliet@example.org/gone'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
Romeo receives: nothing
Juliet receives: nothing
