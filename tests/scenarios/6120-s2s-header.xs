# RFC 6120 §4.7.1, §4.7.3: the answer's from and to are turned round, each header has an id of its own; XEP-0220 §2.3: and the dialback namespace

[Peer] Montague
	domain: montague.lit
	to: capulet.lit
	raw: true
-----
Montague opens a stream
Montague receives a stream header:
	<stream:stream from='capulet.lit' to='montague.lit' version='1.0' id='{capture:first}'/>
Montague receives:
	<stream:features><starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'><required/></starttls><mechanisms xmlns='urn:ietf:params:xml:ns:xmpp-sasl' scansion:absent='true'/><dialback xmlns='urn:xmpp:features:dialback' scansion:absent='true'/></stream:features>
Montague sends:
	<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>
Montague receives:
	<proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>
Montague does the TLS handshake
Montague opens a stream
Montague receives a stream header:
	<stream:stream from='capulet.lit' to='montague.lit' version='1.0' id='{scansion:not ${first}}'/>
Montague receives:
	<stream:features>
		<mechanisms xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><mechanism>EXTERNAL</mechanism></mechanisms>
		<dialback xmlns='urn:xmpp:features:dialback'><errors/></dialback>
		<bidi xmlns='urn:xmpp:features:bidi'/>
		<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls' scansion:absent='true'/>
	</stream:features>
