# XEP-0288 §2: TLS comes before bidirectionality, which counts for nothing here

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
	<bidi xmlns='urn:xmpp:bidi'/>
Montague receives: nothing
