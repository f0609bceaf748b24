# XEP-0178 §3: without a certificate there is no EXTERNAL; where dialback is not allowed there is nothing

[Peer] Montague
	domain: montague.lit
	to: capulet.lit
	certificate: none
	raw: true
-----
Montague opens a stream
Montague receives a stream header
Montague receives:
	<stream:features/>
Montague sends:
	<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>
Montague receives:
	<proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>
Montague does the TLS handshake
Montague opens a stream
Montague receives a stream header
Montague receives stream error: not-authorized
