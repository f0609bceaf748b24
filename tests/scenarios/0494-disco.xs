# XEP-0494: advertised where it is answered, and asked by nobody else
## prosody: it has no client access management
[Client] Romeo
	jid: romeo@example.org/orchard

[Client] Juliet
	jid: juliet@example.org/balcony
-----
Romeo sends:
	<iq type='get' id='d1' to='romeo@example.org'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
Romeo receives:
	<iq type='result' id='d1'><query xmlns='http://jabber.org/protocol/disco#info' scansion:strict='false'><feature var='urn:xmpp:cam:0'/></query></iq>
Juliet sends:
	<iq type='get' id='l1' to='romeo@example.org'><list xmlns='urn:xmpp:cam:0'/></iq>
Juliet receives:
	<iq type='error' id='l1' from='romeo@example.org'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
