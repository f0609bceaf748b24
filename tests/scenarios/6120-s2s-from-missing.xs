# RFC 6120 §4.7.1: who does not say who it is is offered nothing that would need it; dialback says it later

[Peer] Montague
	domain: montague.lit
	to: capulet.lit
	from: none
	raw: true
-----
Montague opens a stream
Montague receives a stream header:
	<stream:stream from='capulet.lit' to='{scansion:none}'/>
Montague receives:
	<stream:features><starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'><required/></starttls></stream:features>
Montague starts TLS
Montague sends:
	<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='EXTERNAL'>=</auth>
Montague receives:
	<failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><not-authorized/></failure>
Montague sends:
	<db:result from='montague.lit' to='capulet.lit'>its certificate says enough</db:result>
Montague receives:
	<db:result from='capulet.lit' to='montague.lit' type='valid'/>
