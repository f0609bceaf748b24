# RFC 6120 §6.4.2, §4.9.3.12: who has been asked for his response has proved nothing yet

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
	<message from='romeo@montague.lit' to='juliet@capulet.lit'><body>x</body></message>
Montague receives stream error: not-authorized
