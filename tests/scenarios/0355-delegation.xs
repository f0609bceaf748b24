# XEP-0355 §4: requests in a delegated namespace are answered by the component; who asks cannot tell

[Component] PubSub
	jid: pubsub.example.org
	delegates http://jabber.org/protocol/pubsub: true
	delegates urn:xmpp:mam:2: node queryid

[Client] Romeo
	jid: romeo@example.org/orchard

[Client] Juliet
	jid: juliet@example.org/balcony
-----
# §4.2, §7.2: at once, and then it is asked what there is to nest.
PubSub receives:
	<message from='example.org' to='pubsub.example.org' id='{scansion:any}'><delegation xmlns='urn:xmpp:delegation:2'><delegated namespace='http://jabber.org/protocol/pubsub'/><delegated namespace='urn:xmpp:mam:2'><attribute name='node'/><attribute name='queryid'/></delegated></delegation></message>
	<iq type='get' from='example.org' to='pubsub.example.org' id='{scansion:any}'><query xmlns='http://jabber.org/protocol/disco#info' node='urn:xmpp:delegation:2::http://jabber.org/protocol/pubsub'/></iq>
	<iq type='get' from='example.org' to='pubsub.example.org' id='{scansion:any}'><query xmlns='http://jabber.org/protocol/disco#info' node='urn:xmpp:delegation:2:bare:http://jabber.org/protocol/pubsub'/></iq>
	<iq type='get' from='example.org' to='pubsub.example.org' id='{scansion:any}'><query xmlns='http://jabber.org/protocol/disco#info' node='urn:xmpp:delegation:2::urn:xmpp:mam:2'/></iq>
	<iq type='get' from='example.org' to='pubsub.example.org' id='{scansion:any}'><query xmlns='http://jabber.org/protocol/disco#info' node='urn:xmpp:delegation:2:bare:urn:xmpp:mam:2'/></iq>
# To the own account, without 'to'.
Romeo sends:
	<iq type='set' id='pep1'><pubsub xmlns='http://jabber.org/protocol/pubsub'><publish node='http://jabber.org/protocol/mood'><item><mood xmlns='http://jabber.org/protocol/mood'><annoyed/></mood></item></publish></pubsub></iq>
PubSub receives:
	<iq type='set' from='example.org' to='pubsub.example.org' id='{capture:id}'><delegation xmlns='urn:xmpp:delegation:2'><forwarded xmlns='urn:xmpp:forward:0'><iq xmlns='jabber:client' type='set' from='romeo@example.org/orchard' to='{scansion:none}' id='pep1'><pubsub xmlns='http://jabber.org/protocol/pubsub'><publish node='http://jabber.org/protocol/mood'><item><mood xmlns='http://jabber.org/protocol/mood'><annoyed/></mood></item></publish></pubsub></iq></forwarded></delegation></iq>
PubSub sends:
	<iq type='result' from='pubsub.example.org' to='example.org' id='${id}'><delegation xmlns='urn:xmpp:delegation:2'><forwarded xmlns='urn:xmpp:forward:0'><iq xmlns='jabber:client' type='result' to='romeo@example.org/orchard' id='pep1'><pubsub xmlns='http://jabber.org/protocol/pubsub'><publish node='http://jabber.org/protocol/mood'><item id='1'/></publish></pubsub></iq></forwarded></delegation></iq>
Romeo receives:
	<iq type='result' id='pep1' to='romeo@example.org/orchard'><pubsub xmlns='http://jabber.org/protocol/pubsub'><publish node='http://jabber.org/protocol/mood'><item id='1'/></publish></pubsub></iq>
# To another's bare address.
Juliet sends:
	<iq type='get' id='pep2' to='romeo@example.org'><pubsub xmlns='http://jabber.org/protocol/pubsub'><items node='http://jabber.org/protocol/mood'/></pubsub></iq>
PubSub receives:
	<iq type='set' from='example.org' to='pubsub.example.org' id='{capture:id}'><delegation xmlns='urn:xmpp:delegation:2'><forwarded xmlns='urn:xmpp:forward:0'><iq xmlns='jabber:client' type='get' from='juliet@example.org/balcony' to='romeo@example.org' id='pep2'><pubsub xmlns='http://jabber.org/protocol/pubsub'><items node='http://jabber.org/protocol/mood'/></pubsub></iq></forwarded></delegation></iq>
PubSub sends:
	<iq type='result' from='pubsub.example.org' to='example.org' id='${id}'><delegation xmlns='urn:xmpp:delegation:2'><forwarded xmlns='urn:xmpp:forward:0'><iq xmlns='jabber:client' type='result' from='romeo@example.org' to='juliet@example.org/balcony' id='pep2'/></forwarded></delegation></iq>
Juliet receives:
	<iq type='result' id='pep2' from='romeo@example.org' to='juliet@example.org/balcony'/>
# To the host.
Juliet sends:
	<iq type='get' id='pep3' to='example.org'><pubsub xmlns='http://jabber.org/protocol/pubsub'><default/></pubsub></iq>
PubSub receives:
	<iq type='set' from='example.org' to='pubsub.example.org' id='{capture:id}'><delegation xmlns='urn:xmpp:delegation:2'><forwarded xmlns='urn:xmpp:forward:0'><iq xmlns='jabber:client' type='get' from='juliet@example.org/balcony' to='example.org' id='pep3'><pubsub xmlns='http://jabber.org/protocol/pubsub'><default/></pubsub></iq></forwarded></delegation></iq>
PubSub sends:
	<iq type='result' from='pubsub.example.org' to='example.org' id='${id}'><delegation xmlns='urn:xmpp:delegation:2'><forwarded xmlns='urn:xmpp:forward:0'><iq xmlns='jabber:client' type='result' from='example.org' to='juliet@example.org/balcony' id='pep3'/></forwarded></delegation></iq>
Juliet receives:
	<iq type='result' id='pep3' from='example.org' to='juliet@example.org/balcony'/>
# To a full address: not the server's to answer.
Juliet sends:
	<iq type='get' id='pep4' to='romeo@example.org/orchard'><pubsub xmlns='http://jabber.org/protocol/pubsub'><default/></pubsub></iq>
Romeo receives:
	<iq type='get' id='pep4' from='juliet@example.org/balcony'><pubsub xmlns='http://jabber.org/protocol/pubsub'><default/></pubsub></iq>
PubSub receives: nothing
# §4.3, note 3: without the attributes the server answers itself.
Romeo sends:
	<iq type='get' id='mam1'><query xmlns='urn:xmpp:mam:2' queryid='1'/></iq>
Romeo receives:
	<iq type='result' id='mam1'><query xmlns='urn:xmpp:mam:2' scansion:strict='false'/></iq>
Romeo sends:
	<iq type='get' id='mam2'><query xmlns='urn:xmpp:mam:2' queryid='1' node='n'/></iq>
PubSub receives:
	<iq type='set' id='{capture:id}'><delegation xmlns='urn:xmpp:delegation:2'><forwarded xmlns='urn:xmpp:forward:0'><iq xmlns='jabber:client' type='get' from='romeo@example.org/orchard' id='mam2'><query xmlns='urn:xmpp:mam:2' queryid='1' node='n'/></iq></forwarded></delegation></iq>
# §4.3, note 2: an error of the component's.
PubSub sends:
	<iq type='error' from='pubsub.example.org' to='example.org' id='${id}'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
Romeo receives:
	<iq type='error' id='mam2'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
