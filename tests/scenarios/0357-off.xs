# XEP-0357 §4.1: a server whose module is off does not say that it publishes
[Server]
	module push: off
[Client] Romeo
	jid: romeo@example.org/orchard
-----
Romeo sends:
	<iq type='get' id='d1' to='romeo@example.org'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
Romeo receives:
	<iq type='result' id='d1'><query xmlns='http://jabber.org/protocol/disco#info' scansion:strict='false'><feature var='urn:xmpp:push:0' scansion:absent='true'/></query></iq>
Romeo sends:
	<iq type='set' id='e1'><enable xmlns='urn:xmpp:push:0' jid='push.client.example'/></iq>
Romeo receives:
	<iq type='error' id='e1'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
