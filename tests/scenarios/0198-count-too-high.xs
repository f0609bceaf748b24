# XEP-0198 §6: more acknowledged than was sent: the stream error says both counts
[Client] Romeo
	jid: romeo@example.org/orchard
	management: by hand
-----
Romeo sends:
	<enable xmlns='urn:xmpp:sm:3'/>
	<message to='romeo@example.org/orchard' id='m1'><body>one</body></message>
Romeo receives:
	<enabled xmlns='urn:xmpp:sm:3'/>
	<message id='m1'/>
Romeo sends:
	<a xmlns='urn:xmpp:sm:3' h='10'/>
Romeo receives:
	<stream:error><undefined-condition xmlns='urn:ietf:params:xml:ns:xmpp-streams'/><text xmlns='urn:ietf:params:xml:ns:xmpp-streams' xml:lang='en'>{scansion:any}</text>
		<handled-count-too-high xmlns='urn:xmpp:sm:3' h='10' send-count='1'/></stream:error>
Romeo is disconnected
