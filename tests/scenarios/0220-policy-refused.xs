# XEP-0220 §2.4.2: a domain that the policy refuses

[Server]
	policy verona.lit: refused

[Peer] Montague
	domain: montague.lit
	to: capulet.lit
	raw: tls
-----
Montague sends:
	<db:result from='verona.lit' to='capulet.lit'>k</db:result>
Montague receives:
	<db:result from='capulet.lit' to='verona.lit' type='error'><error type='cancel'><policy-violation xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></db:result>
