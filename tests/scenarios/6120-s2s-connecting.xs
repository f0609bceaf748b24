# RFC 6120 §4.3, XEP-0178 §3: our server opens the stream: TLS, EXTERNAL, then the stanzas that waited

[Peer] Montague
	domain: montague.lit
	to: capulet.lit
	raw: true

[Client] Juliet
	jid: juliet@capulet.lit/balcony
-----
Juliet sends:
	<message to='romeo@montague.lit' type='chat' id='m1'><body>Wilt thou be gone?</body></message>
Montague accepts
Montague receives a stream header:
	<stream:stream from='capulet.lit' to='montague.lit' version='1.0' id='{scansion:none}'/>
Montague opens a stream
Montague sends:
	<stream:features><starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'><required/></starttls></stream:features>
Montague receives:
	<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>
Montague sends:
	<proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>
Montague does the TLS handshake
Montague receives a stream header:
	<stream:stream from='capulet.lit' to='montague.lit' version='1.0'/>
Montague opens a stream
Montague sends:
	<stream:features><mechanisms xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><mechanism>EXTERNAL</mechanism></mechanisms></stream:features>
Montague receives:
	<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='EXTERNAL'>=</auth>
Montague sends:
	<success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>
Montague receives a stream header:
	<stream:stream from='capulet.lit' to='montague.lit' version='1.0'/>
Montague opens a stream
Montague sends:
	<stream:features/>
Montague receives:
	<message from='juliet@capulet.lit/balcony' to='romeo@montague.lit' type='chat' id='m1'><body>Wilt thou be gone?</body></message>
