# RFC 6120 §4.3.5: after authentication there is stream management, and nothing that was done already

[Peer] Montague
	domain: montague.lit
	to: capulet.lit
	raw: tls
-----
Montague sends:
	<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='EXTERNAL'>=</auth>
Montague receives:
	<success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>
Montague opens a stream
Montague receives a stream header
Montague receives:
	<stream:features><sm xmlns='urn:xmpp:sm:3'/><mechanisms xmlns='urn:ietf:params:xml:ns:xmpp-sasl' scansion:absent='true'/><dialback xmlns='urn:xmpp:features:dialback' scansion:absent='true'/></stream:features>
Montague sends:
	<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='EXTERNAL'>=</auth>
Montague receives stream error: unsupported-stanza-type
