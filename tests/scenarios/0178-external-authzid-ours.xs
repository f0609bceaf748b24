# XEP-0178 §3: nobody else is a host of ours; after a refusal the stream goes on

[Peer] Montague
	domain: montague.lit
	to: capulet.lit
	raw: tls
-----
Montague sends:
	<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='EXTERNAL'>{base64:capulet.lit}</auth>
Montague receives:
	<failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><invalid-authzid/></failure>
Montague sends:
	<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='EXTERNAL'>{base64:montague.lit}</auth>
Montague receives:
	<success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>
