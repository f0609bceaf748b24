# XEP-0030 §8: an account answers itself and who sees its presence; nobody else learns that it is there
## prosody: it differs about strangers
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
-----
Romeo sends:
	<iq type='get' id='d1' to='romeo@example.org'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
	<iq type='get' id='d2' to='juliet@example.org'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
	<iq type='get' id='d3' to='nobody@example.org'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
	<iq type='get' id='d4' to='juliet@example.org'><query xmlns='http://jabber.org/protocol/disco#items'/></iq>
	<iq type='get' id='d4a' to='juliet@example.org'><query xmlns='http://jabber.org/protocol/disco#items' node='urn:example:diary'/></iq>
	<iq type='get' id='d4b' to='nobody@example.org'><query xmlns='http://jabber.org/protocol/disco#items'/></iq>
	<iq type='get' id='d4c' to='nobody@example.org'><query xmlns='http://jabber.org/protocol/disco#items' node='urn:example:diary'/></iq>
	<iq type='get' id='d4d' to='nobody@example.org'><query xmlns='http://jabber.org/protocol/disco#info' node='urn:example:diary'/></iq>
Romeo receives in any order:
	<iq type='result' id='d1'><query xmlns='http://jabber.org/protocol/disco#info' scansion:strict='false'><identity category='account' type='registered' scansion:strict='false'/></query></iq>
	<iq type='error' id='d2' from='juliet@example.org'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='error' id='d3' from='nobody@example.org'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='result' id='d4' from='juliet@example.org'><query xmlns='http://jabber.org/protocol/disco#items'/></iq>
	<iq type='result' id='d4a' from='juliet@example.org'><query xmlns='http://jabber.org/protocol/disco#items' node='urn:example:diary'/></iq>
	<iq type='result' id='d4b' from='nobody@example.org'><query xmlns='http://jabber.org/protocol/disco#items'/></iq>
	<iq type='result' id='d4c' from='nobody@example.org'><query xmlns='http://jabber.org/protocol/disco#items' node='urn:example:diary'/></iq>
	<iq type='error' id='d4d' from='nobody@example.org'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
# a contact may ask
Romeo sends:
	<presence to='juliet@example.org' type='subscribe'/>
Juliet sends:
	<presence to='romeo@example.org' type='subscribed'/>
Romeo sends:
	<iq type='get' id='d5' to='juliet@example.org'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
Romeo receives:
	<iq type='result' id='d5' from='juliet@example.org'><query xmlns='http://jabber.org/protocol/disco#info' scansion:strict='false'><identity category='account' type='registered' scansion:strict='false'/></query></iq>
