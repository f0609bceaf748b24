# RFC 6120 §8.3.3.16, §10.4: no server for that domain
## prosody: without server-to-server it says service-unavailable
[Client] Romeo
	jid: romeo@example.org/orchard
-----
Romeo sends:
	<message to='someone@nowhere.invalid' id='m1'/>
Romeo receives:
	<message type='error' id='m1' from='someone@nowhere.invalid'><error type='cancel'><remote-server-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
Romeo sends:
	<iq to='nowhere.invalid' id='i1' type='get'><ping xmlns='urn:xmpp:ping'/></iq>
Romeo receives:
	<iq type='error' id='i1' from='nowhere.invalid'><error type='cancel'><remote-server-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
Romeo sends:
	<message to='someone@nowhere.invalid' type='error'/>
	<iq to='nowhere.invalid' id='i2' type='error'/>
Romeo receives: nothing
