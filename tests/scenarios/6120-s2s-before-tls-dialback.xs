# XEP-0220 §2.4.2: a policy that asks for TLS asks for it before dialback

[Peer] Montague
	domain: montague.lit
	to: capulet.lit
	raw: true
-----
Montague opens a stream
Montague receives a stream header
Montague receives:
	<stream:features><starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'><required/></starttls></stream:features>
Montague sends:
	<db:result from='montague.lit' to='capulet.lit'>k</db:result>
Montague receives:
	<db:result from='capulet.lit' to='montague.lit' type='error'><error type='cancel'><policy-violation xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></db:result>
