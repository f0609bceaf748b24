# XEP-0355 §7: what the component has takes the place of what the server has in the namespace

[Server]
	module mam: on

[Component] PubSub
	jid: pubsub.example.org
	delegates urn:xmpp:mam:2: true

[Client] Romeo
	jid: romeo@example.org/orchard
-----
PubSub receives:
	<message id='{scansion:any}'><delegation xmlns='urn:xmpp:delegation:2'><delegated namespace='urn:xmpp:mam:2'/></delegation></message>
	<iq type='get' id='{capture:host}'><query xmlns='http://jabber.org/protocol/disco#info' node='urn:xmpp:delegation:2::urn:xmpp:mam:2'/></iq>
	<iq type='get' id='{capture:bare}'><query xmlns='http://jabber.org/protocol/disco#info' node='urn:xmpp:delegation:2:bare:urn:xmpp:mam:2'/></iq>
# Before it has answered there is nothing.
Romeo sends:
	<iq type='get' id='d1'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
Romeo receives:
	<iq type='result' id='d1'><query xmlns='http://jabber.org/protocol/disco#info' scansion:strict='false'><identity category='account' type='registered'/><feature var='urn:xmpp:mam:2' scansion:absent='true'/><feature var='urn:xmpp:mam:2#extended' scansion:absent='true'/></query></iq>
PubSub sends:
	<iq type='result' from='pubsub.example.org' to='example.org' id='${host}'><query xmlns='http://jabber.org/protocol/disco#info' node='urn:xmpp:delegation:2::urn:xmpp:mam:2'><identity category='pubsub' type='service'/><feature var='urn:example:of-host'/></query></iq>
	<iq type='result' from='pubsub.example.org' to='example.org' id='${bare}'><query xmlns='http://jabber.org/protocol/disco#info' node='urn:xmpp:delegation:2:bare:urn:xmpp:mam:2'><identity category='pubsub' type='pep'/><feature var='urn:xmpp:mam:2'/><feature var='urn:example:of-accounts'/></query></iq>
Romeo sends:
	<iq type='get' id='d2'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
	<iq type='get' id='d3' to='example.org'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
Romeo receives:
	<iq type='result' id='d2'><query xmlns='http://jabber.org/protocol/disco#info' scansion:strict='false'><identity category='account' type='registered'/><identity category='pubsub' type='pep'/><feature var='urn:xmpp:mam:2'/><feature var='urn:example:of-accounts'/><feature var='urn:xmpp:mam:2#extended' scansion:absent='true'/></query></iq>
	<iq type='result' id='d3'><query xmlns='http://jabber.org/protocol/disco#info' scansion:strict='false'><identity category='server' type='im' name='Balcony'/><identity category='pubsub' type='service'/><feature var='urn:example:of-host'/><feature var='urn:xmpp:delegation:2'/></query></iq>
# It is gone, and what it had.
PubSub disconnects
Romeo sends:
	<iq type='get' id='d4'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
Romeo receives:
	<iq type='result' id='d4'><query xmlns='http://jabber.org/protocol/disco#info' scansion:strict='false'><feature var='urn:xmpp:mam:2' scansion:absent='true'/><feature var='urn:example:of-accounts' scansion:absent='true'/></query></iq>
