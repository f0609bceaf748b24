# RFC 6120 §6.4.5: retries are few

[Peer] Montague
	domain: montague.lit
	to: capulet.lit
	raw: tls
-----
Montague sends:
	<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='EXTERNAL'>?</auth><auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='EXTERNAL'>?</auth><auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='EXTERNAL'>?</auth>
Montague receives:
	<failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><incorrect-encoding/></failure><failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><incorrect-encoding/></failure><failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><incorrect-encoding/></failure>
Montague receives stream error: policy-violation
