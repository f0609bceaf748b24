# XEP-0114 §3, step 4: the digits are lower case; other elements are no handshake

[Component] Gateway
	jid: gateway.example.org
	raw: true
-----
Gateway opens a stream
Gateway receives a stream header
Gateway sends:
	<handshake>DA39A3EE5E6B4B0D3255BFEF95601890AFD80709</handshake>
Gateway receives stream error: not-authorized
Gateway connects
Gateway opens a stream
Gateway receives a stream header
Gateway sends:
	<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'/>
Gateway receives stream error: not-authorized
