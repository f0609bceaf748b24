# RFC 6120 §4.3.3: the stream goes on between the two that were authenticated

[Peer] Montague
	domain: montague.lit
	to: capulet.lit
	raw: tls
-----
Montague sends:
	<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='EXTERNAL'>=</auth>
Montague receives:
	<success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>
Montague sends raw:
	<?xml version='1.0'?><stream:stream xmlns='jabber:server' xmlns:stream='http://etherx.jabber.org/streams' xmlns:db='jabber:server:dialback' from='verona.lit' to='capulet.lit' version='1.0'>
Montague receives a stream header
Montague receives stream error: not-authorized
