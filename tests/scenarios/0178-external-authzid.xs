# RFC 6120 §6.3.8: an authorization identity that is the domain of the stream

[Peer] Montague
	domain: montague.lit
	to: capulet.lit
	raw: tls
-----
Montague sends:
	<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='EXTERNAL'>{base64:montague.lit}</auth>
Montague receives:
	<success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>
