# XEP-0178 §3: the certificate says who it is; an empty authorization identity asks for that

[Peer] Montague
	domain: montague.lit
	to: capulet.lit
	raw: tls
-----
Montague sends:
	<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='EXTERNAL'>=</auth>
Montague receives:
	<success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>
