# RFC 6120 §7: one resource for a stream
## prosody: it binds a second one in the first one's place
[Client] Romeo
	jid: romeo@example.org/orchard
-----
Romeo sends:
	<iq type='set' id='b2'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><resource>garden</resource></bind></iq>
Romeo receives:
	<iq type='error' id='b2'><error type='cancel'/></iq>
# and the first one stays
Romeo sends:
	<message to='romeo@example.org/orchard'/>
Romeo receives:
	<message from='romeo@example.org/orchard'/>
