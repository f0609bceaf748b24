# XEP-0030: a module that is off is not advertised, and does not answer
[Server]
	module ping: off
	module vcard: off
	module last-activity: off
[Client] Romeo
	jid: romeo@example.org/orchard
-----
Romeo sends:
	<iq type='get' id='d1' to='example.org'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
Romeo receives:
	<iq type='result' id='d1'><query xmlns='http://jabber.org/protocol/disco#info' scansion:strict='false'>
		<feature var='jabber:iq:version'/>
		<feature var='urn:xmpp:ping' scansion:absent='true'/>
		<feature var='vcard-temp' scansion:absent='true'/>
		<feature var='jabber:iq:last' scansion:absent='true'/>
	</query></iq>
Romeo sends:
	<iq type='get' id='p1' to='example.org'><ping xmlns='urn:xmpp:ping'/></iq>
Romeo receives:
	<iq type='error' id='p1'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
