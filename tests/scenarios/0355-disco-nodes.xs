# XEP-0355 §7.2.4, §7.2.5: service discovery of accounts that the server knows nothing of

[Server]
	module rooms: off

[Component] PubSub
	jid: pubsub.example.org
	delegates urn:xmpp:delegation:2:bare:disco#info:*: true
	delegates urn:xmpp:delegation:2:bare:disco#items:*: true

[Client] Romeo
	jid: romeo@example.org/orchard
-----
PubSub receives:
	<message id='{scansion:any}'><delegation xmlns='urn:xmpp:delegation:2'><delegated namespace='urn:xmpp:delegation:2:bare:disco#info:*'/><delegated namespace='urn:xmpp:delegation:2:bare:disco#items:*'/></delegation></message>
Romeo sends:
	<iq type='get' id='d1' to='romeo@example.org'><query xmlns='http://jabber.org/protocol/disco#info' node='urn:xmpp:microblog:0'/></iq>
PubSub receives:
	<iq type='set' id='{capture:id}'><delegation xmlns='urn:xmpp:delegation:2'><forwarded xmlns='urn:xmpp:forward:0'><iq xmlns='jabber:client' type='get' from='romeo@example.org/orchard' to='romeo@example.org' id='d1'><query xmlns='http://jabber.org/protocol/disco#info' node='urn:xmpp:microblog:0'/></iq></forwarded></delegation></iq>
PubSub sends:
	<iq type='result' from='pubsub.example.org' to='example.org' id='${id}'><delegation xmlns='urn:xmpp:delegation:2'><forwarded xmlns='urn:xmpp:forward:0'><iq xmlns='jabber:client' type='result' to='romeo@example.org/orchard' id='d1'><query xmlns='http://jabber.org/protocol/disco#info' node='urn:xmpp:microblog:0'><identity type='leaf' category='pubsub'/></query></iq></forwarded></delegation></iq>
Romeo receives:
	<iq type='result' id='d1'><query xmlns='http://jabber.org/protocol/disco#info' node='urn:xmpp:microblog:0'><identity type='leaf' category='pubsub'/></query></iq>
Romeo sends:
	<iq type='get' id='d2' to='romeo@example.org'><query xmlns='http://jabber.org/protocol/disco#items'/></iq>
PubSub receives:
	<iq type='set' id='{capture:id}'><delegation xmlns='urn:xmpp:delegation:2'><forwarded xmlns='urn:xmpp:forward:0'><iq xmlns='jabber:client' type='get' from='romeo@example.org/orchard' to='romeo@example.org' id='d2'><query xmlns='http://jabber.org/protocol/disco#items'/></iq></forwarded></delegation></iq>
PubSub sends:
	<iq type='result' from='pubsub.example.org' to='example.org' id='${id}'><delegation xmlns='urn:xmpp:delegation:2'><forwarded xmlns='urn:xmpp:forward:0'><iq xmlns='jabber:client' type='result' to='romeo@example.org/orchard' id='d2'><query xmlns='http://jabber.org/protocol/disco#items'><item jid='romeo@example.org' node='http://jabber.org/protocol/mood'/></query></iq></forwarded></delegation></iq>
Romeo receives:
	<iq type='result' id='d2'><query xmlns='http://jabber.org/protocol/disco#items'><item jid='romeo@example.org' node='http://jabber.org/protocol/mood'/></query></iq>
# What the server knows itself it says itself; hosts are not accounts.
Romeo sends:
	<iq type='get' id='d3' to='romeo@example.org'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
	<iq type='get' id='d4' to='example.org'><query xmlns='http://jabber.org/protocol/disco#info' node='urn:xmpp:microblog:0'/></iq>
	<iq type='get' id='d5' to='example.org'><query xmlns='http://jabber.org/protocol/disco#items'/></iq>
Romeo receives:
	<iq type='result' id='d3'><query xmlns='http://jabber.org/protocol/disco#info' scansion:strict='false'><identity category='account' type='registered'/></query></iq>
	<iq type='error' id='d4'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='result' id='d5'><query xmlns='http://jabber.org/protocol/disco#items'><item jid='pubsub.example.org'/></query></iq>
PubSub receives: nothing
