# balcony:numbers:0, XEP-0198, XEP-0288: on its own stream a server of ours gets nothing before it counts, and everything with its number; what it has already it knows by that

[Peer] Montague
	domain: montague.lit
	to: capulet.lit
	raw: tls

[Peer] Again
	domain: montague.lit
	to: capulet.lit
	raw: tls

[Client] Juliet
	jid: juliet@capulet.lit/balcony
-----
Montague sends:
	<numbers xmlns='balcony:numbers:0'/>
	<bidi xmlns='urn:xmpp:bidi'/>
	<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='EXTERNAL'>=</auth>
Montague receives:
	<success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>
Montague opens a stream
Montague receives a stream header
Montague receives:
	<stream:features><sm xmlns='urn:xmpp:sm:3'/></stream:features>
Juliet sends:
	<message to='romeo@montague.lit' type='chat' id='1'><body>one</body></message>
Montague receives: nothing
Montague sends:
	<enable xmlns='urn:xmpp:sm:3' resume='true'/>
Montague receives:
	<enabled xmlns='urn:xmpp:sm:3' scansion:strict='false'/>
	<number xmlns='balcony:numbers:0' at='{capture:time}' id='{capture:place}'/>
	<message from='juliet@capulet.lit/balcony' to='romeo@montague.lit' type='chat' id='1'><body>one</body></message>
Montague loses the connection
Again connects
Again sends:
	<numbers xmlns='balcony:numbers:0'/>
	<bidi xmlns='urn:xmpp:bidi'/>
	<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='EXTERNAL'>=</auth>
Again receives:
	<success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>
Again opens a stream
Again receives a stream header
Again receives:
	<stream:features><sm xmlns='urn:xmpp:sm:3'/></stream:features>
Again receives: nothing
Again sends:
	<enable xmlns='urn:xmpp:sm:3' resume='true'/>
Again receives:
	<enabled xmlns='urn:xmpp:sm:3' scansion:strict='false'/>
	<number xmlns='balcony:numbers:0' at='${time}' id='${place}'/>
	<message from='juliet@capulet.lit/balcony' to='romeo@montague.lit' type='chat' id='1'><body>one</body></message>
