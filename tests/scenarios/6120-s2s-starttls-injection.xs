# RFC 6120 §5.3.5: what was sent in plain behind <starttls/> counts for nothing

[Peer] Montague
	domain: montague.lit
	to: capulet.lit
	raw: true
-----
Montague opens a stream
Montague receives a stream header
Montague receives:
	<stream:features/>
Montague sends:
	<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/><auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='EXTERNAL'>=</auth>
Montague receives:
	<proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>
Montague does the TLS handshake
Montague opens a stream
Montague receives a stream header
Montague receives:
	<stream:features/>
