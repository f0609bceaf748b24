# XEP-0344 §3: a certificate that does not hold is no EXTERNAL; dialback is offered where the policy allows it

[Server]
	distrust: montague.lit
	policy montague.lit: dialback

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
	<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>
Montague receives:
	<proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>
Montague does the TLS handshake
Montague opens a stream
Montague receives a stream header
Montague receives:
	<stream:features><mechanisms xmlns='urn:ietf:params:xml:ns:xmpp-sasl' scansion:absent='true'/><dialback xmlns='urn:xmpp:features:dialback'><errors/></dialback></stream:features>
Montague sends:
	<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='EXTERNAL'>=</auth>
Montague receives:
	<failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><not-authorized/></failure>
