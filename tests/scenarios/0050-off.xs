# XEP-0050: gone when the module is off
[Server]
	admins: juliet@example.org
	module ad-hoc: off
[Client] Juliet
	jid: juliet@example.org/balcony
-----
Juliet sends:
	<iq type='get' id='d1' to='example.org'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
	<iq type='get' id='d2' to='example.org'><query xmlns='http://jabber.org/protocol/disco#items' node='http://jabber.org/protocol/commands'/></iq>
	<iq type='set' id='x1' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='urn:balcony:command:version'/></iq>
Juliet receives:
	<iq type='result' id='d1'><query xmlns='http://jabber.org/protocol/disco#info' scansion:strict='false'>
		<feature var='http://jabber.org/protocol/commands' scansion:absent='true'/>
	</query></iq>
	<iq type='error' id='d2'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='error' id='x1'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
