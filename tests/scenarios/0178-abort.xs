# RFC 6120 §6.4.4

[Peer] Montague
	domain: montague.lit
	to: capulet.lit
	raw: tls
-----
Montague sends:
	<abort xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>
Montague receives:
	<failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><aborted/></failure>
