# XEP-0114 §3: who does not know the secret is not authorized

[Component] Gateway
	jid: gateway.example.org
	raw: true
-----
Gateway opens a stream
Gateway receives a stream header:
	<stream:stream id='{capture:id}'/>
Gateway sends:
	<handshake>{handshake:${id}|guessed}</handshake>
Gateway receives stream error: not-authorized
Gateway connects
Gateway opens a stream
Gateway receives a stream header
Gateway sends:
	<handshake/>
Gateway receives stream error: not-authorized
