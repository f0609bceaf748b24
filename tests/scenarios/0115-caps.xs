# XEP-0115 §6.3: the server's capabilities stand in its features, and their node answers disco
## prosody: it counts its features otherwise
[Client] Romeo
	jid: romeo@example.org
	raw: sasl
[Client] Juliet
	jid: juliet@example.org/balcony
	raw: true
-----
Juliet opens a stream
Juliet receives a stream header
Juliet receives:
	<stream:features/>
Juliet sends:
	<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>
Juliet receives:
	<proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>
Juliet does the TLS handshake
Juliet opens a stream
Juliet receives a stream header
Juliet receives:
	<stream:features><c xmlns='http://jabber.org/protocol/caps' hash='sha-1' node='{capture:node}' ver='{capture:ver}'/></stream:features>
Romeo binds
Romeo sends:
	<iq type='get' id='d1' to='example.org'><query xmlns='http://jabber.org/protocol/disco#info' node='${node}#${ver}'/></iq>
Romeo receives:
	<iq type='result' id='d1'><query xmlns='http://jabber.org/protocol/disco#info' node='${node}#${ver}' scansion:strict='false'><identity category='server' type='im' scansion:strict='false'/></query></iq>
