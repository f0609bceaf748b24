# RFC 6120 §6.4.2: who gives no initial response is asked for it by an empty challenge

[Peer] Montague
	domain: montague.lit
	to: capulet.lit
	raw: tls
-----
Montague sends:
	<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='EXTERNAL'/>
Montague receives:
	<challenge xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>
Montague sends:
	<response xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>{base64:montague.lit}</response>
Montague receives:
	<success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>
