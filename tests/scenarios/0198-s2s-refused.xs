# XEP-0198 §3: a peer that offers it and refuses it gets the stanzas anyway

[Peer] Montague
	domain: montague.lit
	to: capulet.lit
	sm: by hand

[Client] Juliet
	jid: juliet@capulet.lit/balcony
-----
Juliet sends:
	<message to='romeo@montague.lit' type='chat' id='1'><body>one</body></message>
Montague accepts
Montague receives:
	<enable xmlns='urn:xmpp:sm:3' scansion:strict='false'/>
Montague sends:
	<failed xmlns='urn:xmpp:sm:3'><unexpected-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></failed>
Montague receives:
	<message from='juliet@capulet.lit/balcony' to='romeo@montague.lit' type='chat' id='1'><body>one</body></message>
