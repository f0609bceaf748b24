# XEP-0114 §3: a component that is connected is not connected again

[Component] Gateway
	jid: gateway.example.org

[Component] Second
	jid: gateway.example.org
	raw: true
-----
Second opens a stream
Second receives a stream header:
	<stream:stream id='{capture:id}'/>
Second sends:
	<handshake>{handshake:${id}|secret}</handshake>
Second receives stream error: conflict
Gateway sends:
	<iq type='get' from='gateway.example.org' to='example.org' id='p1'><ping xmlns='urn:xmpp:ping'/></iq>
Gateway receives:
	<iq type='result' from='example.org' to='gateway.example.org' id='p1'/>
