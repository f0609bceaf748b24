# RFC 6120 §6.4.5, XEP-0344 §3: a peer that refuses our certificate may still call back

[Peer] Montague
	domain: montague.lit
	to: capulet.lit
	raw: tls

[Client] Juliet
	jid: juliet@capulet.lit/balcony
-----
Juliet sends:
	<message to='romeo@montague.lit' type='chat' id='m1'><body>Wilt thou be gone?</body></message>
Montague accepts
Montague opens a stream
Montague sends:
	<stream:features><mechanisms xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><mechanism>EXTERNAL</mechanism></mechanisms><dialback xmlns='urn:xmpp:features:dialback'><errors/></dialback></stream:features>
Montague receives:
	<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='EXTERNAL'>=</auth>
Montague sends:
	<failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><not-authorized/></failure>
Montague receives:
	<db:result from='capulet.lit' to='montague.lit'>{capture:key}</db:result>
Montague sends:
	<db:result from='montague.lit' to='capulet.lit' type='valid'/>
Montague receives:
	<message from='juliet@capulet.lit/balcony' to='romeo@montague.lit' type='chat' id='m1'><body>Wilt thou be gone?</body></message>
