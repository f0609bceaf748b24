# RFC 6120 §4.9.3.12: nothing counts before the handshake, and it does not take for ever

[Component] Gateway
	jid: gateway.example.org
	raw: true

[Client] Romeo
	jid: romeo@example.org/orchard
-----
Gateway opens a stream
Gateway receives a stream header
Gateway sends:
	<message from='gateway.example.org' to='romeo@example.org'><body>not yet</body></message>
Gateway receives stream error: not-authorized
Romeo receives: nothing
Gateway connects
Gateway opens a stream
Gateway receives a stream header
after 2m
Gateway receives stream error: connection-timeout
Gateway connects
Gateway sends raw:
	<stream:stream xmlns='jabber:component:accept' xmlns:stream='http://etherx.jabber.org/streams' to='{repeat 20000 a}
Gateway receives a stream header
Gateway receives stream error: policy-violation
