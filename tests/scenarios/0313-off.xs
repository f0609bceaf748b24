# XEP-0313 §7: without the module there is no archive, and nobody says that there is
[Server]
	module mam: off
[Client] Romeo
	jid: romeo@example.org/orchard
-----
Romeo sends:
	<iq type='get' id='d1' to='romeo@example.org'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
	<iq type='set' id='q1'><query xmlns='urn:xmpp:mam:2'/></iq>
Romeo receives:
	<iq type='result' id='d1'><query xmlns='http://jabber.org/protocol/disco#info' scansion:strict='false'><feature var='urn:xmpp:mam:2' scansion:absent='true'/></query></iq>
	<iq type='error' id='q1'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
