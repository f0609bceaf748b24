# XEP-0114 §3: the stream by hand, and both sides' closing tags

[Component] Gateway
	jid: gateway.example.org
	secret: wherefore
	raw: true
-----
Gateway opens a stream
Gateway receives a stream header:
	<stream:stream from='gateway.example.org' id='{capture:id}' version='{scansion:none}'/>
Gateway sends raw:
	<handshake>{handshake:${id}|wherefore}</handshake>
Gateway receives:
	<handshake/>
Gateway sends:
	<iq type='get' from='gateway.example.org' to='example.org' id='p1'><ping xmlns='urn:xmpp:ping'/></iq>
Gateway receives:
	<iq type='result' from='example.org' to='gateway.example.org' id='p1'/>
Gateway sends raw:
	</stream:stream>
Gateway is disconnected
