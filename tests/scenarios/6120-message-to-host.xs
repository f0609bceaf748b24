# RFC 6121 §8.4: nobody reads messages to the server itself
## prosody: it drops some of them
[Client] Romeo
	jid: romeo@example.org/orchard
-----
Romeo sends:
	<message to='example.org' id='m1'><body>hello server</body></message>
Romeo receives:
	<message type='error' id='m1' from='example.org'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
