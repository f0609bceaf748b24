# XEP-0220 §2.4.2: the policy asks for a certificate that holds

[Server]
	distrust: verona.lit

[Peer] Montague
	domain: montague.lit
	to: capulet.lit
	raw: tls
-----
Montague sends:
	<db:result from='verona.lit' to='capulet.lit'>k</db:result>
Montague receives:
	<db:result from='capulet.lit' to='verona.lit' type='error'><error type='cancel'><not-authorized xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></db:result>
