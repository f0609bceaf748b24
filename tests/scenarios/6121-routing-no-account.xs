# RFC 6121 §8.5.1: an account that does not exist
[Client] Romeo
	jid: romeo@example.org/orchard
-----
Romeo sends:
	<message to='nobody@example.org' type='chat' id='m1'><body>1</body></message>
	<message to='nobody@example.org' id='m2'><body>2</body></message>
	<message to='nobody@example.org/x' type='chat' id='m3'><body>3</body></message>
	<message to='nobody@example.org' type='groupchat' id='m4'><body>4</body></message>
Romeo receives in any order:
	<message type='error' id='m1' from='nobody@example.org' to='romeo@example.org/orchard'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
	<message type='error' id='m2' from='nobody@example.org'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
	<message type='error' id='m3' from='nobody@example.org/x'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
	<message type='error' id='m4' from='nobody@example.org'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
# §8.5.1: presence is silently ignored, errors are too
Romeo sends:
	<presence to='nobody@example.org'/>
	<presence to='nobody@example.org/x'/>
	<presence to='nobody@example.org' type='unavailable'/>
	<message to='nobody@example.org' type='error'/>
Romeo receives: nothing
