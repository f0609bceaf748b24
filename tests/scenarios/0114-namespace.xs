# XEP-0114 §3: a stream of another namespace is refused

[Component] Gateway
	jid: gateway.example.org
	xmlns: jabber:client
	raw: true
-----
Gateway opens a stream
Gateway receives a stream header
Gateway receives stream error: invalid-namespace
Gateway connects
Gateway sends raw:
	<stream:stream xmlns='jabber:component:connect' xmlns:stream='http://etherx.jabber.org/streams' to='gateway.example.org'>
Gateway receives a stream header
Gateway receives stream error: invalid-namespace
