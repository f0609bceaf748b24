# XEP-0356 §6: requests in the name of accounts, by namespace and type

[Component] PubSub
	jid: pubsub.example.org
	iq http://jabber.org/protocol/pubsub: set
	iq jabber:iq:private: both

[Component] Nobody
	jid: nobody.example.org

[Client] Juliet
	jid: juliet@example.org/balcony

[Client] Romeo
	jid: romeo@example.net/orchard
-----
PubSub receives:
	<message from='example.org' to='pubsub.example.org' id='{scansion:any}'><privilege xmlns='urn:xmpp:privilege:2'><perm access='iq'><namespace ns='http://jabber.org/protocol/pubsub' type='set'/><namespace ns='jabber:iq:private' type='both'/></perm></privilege></message>
PubSub sends:
	<iq from='pubsub.example.org' to='juliet@example.org' type='set' id='1'><privileged_iq xmlns='urn:xmpp:privilege:2'><iq xmlns='jabber:client' type='set' to='romeo@example.net/orchard' id='sub_1'><pubsub xmlns='http://jabber.org/protocol/pubsub'><subscribe node='urn:xmpp:microblog:0' jid='juliet@example.org'/></pubsub></iq></privileged_iq></iq>
Romeo receives:
	<iq type='set' from='juliet@example.org' to='romeo@example.net/orchard' id='{capture:id}'><pubsub xmlns='http://jabber.org/protocol/pubsub'><subscribe node='urn:xmpp:microblog:0' jid='juliet@example.org'/></pubsub></iq>
Romeo sends:
	<iq type='result' to='juliet@example.org' id='${id}'><pubsub xmlns='http://jabber.org/protocol/pubsub'><subscription node='urn:xmpp:microblog:0' jid='juliet@example.org' subscription='subscribed'/></pubsub></iq>
PubSub receives:
	<iq type='result' from='juliet@example.org' to='pubsub.example.org' id='1'><privilege xmlns='urn:xmpp:privilege:2'><forwarded xmlns='urn:xmpp:forward:0'><iq xmlns='jabber:client' type='result' from='romeo@example.net/orchard' to='juliet@example.org' id='sub_1'><pubsub xmlns='http://jabber.org/protocol/pubsub'><subscription node='urn:xmpp:microblog:0' jid='juliet@example.org' subscription='subscribed'/></pubsub></iq></forwarded></privilege></iq>
# An error is an answer, too.
PubSub sends:
	<iq from='pubsub.example.org' to='juliet@example.org' type='set' id='2'><privileged_iq xmlns='urn:xmpp:privilege:2'><iq xmlns='jabber:client' type='set' from='juliet@example.org' to='romeo@example.net/gone' id='sub_2'><pubsub xmlns='http://jabber.org/protocol/pubsub'><subscribe node='n' jid='juliet@example.org'/></pubsub></iq></privileged_iq></iq>
PubSub receives:
	<iq type='result' from='juliet@example.org' to='pubsub.example.org' id='2'><privilege xmlns='urn:xmpp:privilege:2'><forwarded xmlns='urn:xmpp:forward:0'><iq xmlns='jabber:client' type='error' from='romeo@example.net/gone' to='juliet@example.org' id='sub_2'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq></forwarded></privilege></iq>
# To her own account.
PubSub sends:
	<iq from='pubsub.example.org' to='juliet@example.org' type='set' id='3'><privileged_iq xmlns='urn:xmpp:privilege:2'><iq xmlns='jabber:client' type='set' id='p1'><query xmlns='jabber:iq:private'><x xmlns='urn:example:x'>kept</x></query></iq></privileged_iq></iq>
PubSub receives:
	<iq type='result' from='juliet@example.org' id='3'><privilege xmlns='urn:xmpp:privilege:2'><forwarded xmlns='urn:xmpp:forward:0'><iq xmlns='jabber:client' type='result' from='juliet@example.org' to='juliet@example.org' id='p1'/></forwarded></privilege></iq>
Juliet sends:
	<iq type='get' id='p2'><query xmlns='jabber:iq:private'><x xmlns='urn:example:x'/></query></iq>
Juliet receives:
	<iq type='result' id='p2'><query xmlns='jabber:iq:private'><x xmlns='urn:example:x'>kept</x></query></iq>
# What is forbidden: type, namespace, kinds that differ, another's name, another namespace of the iq, no privilege.
PubSub sends:
	<iq from='pubsub.example.org' to='juliet@example.org' type='get' id='4'><privileged_iq xmlns='urn:xmpp:privilege:2'><iq xmlns='jabber:client' type='get' to='romeo@example.net/orchard' id='x'><pubsub xmlns='http://jabber.org/protocol/pubsub'/></iq></privileged_iq></iq>
	<iq from='pubsub.example.org' to='juliet@example.org' type='set' id='5'><privileged_iq xmlns='urn:xmpp:privilege:2'><iq xmlns='jabber:client' type='set' to='romeo@example.net/orchard' id='x'><query xmlns='jabber:iq:roster'><item jid='a@b'/></query></iq></privileged_iq></iq>
	<iq from='pubsub.example.org' to='juliet@example.org' type='get' id='6'><privileged_iq xmlns='urn:xmpp:privilege:2'><iq xmlns='jabber:client' type='set' to='romeo@example.net/orchard' id='x'><pubsub xmlns='http://jabber.org/protocol/pubsub'/></iq></privileged_iq></iq>
	<iq from='pubsub.example.org' to='juliet@example.org' type='set' id='7'><privileged_iq xmlns='urn:xmpp:privilege:2'><iq xmlns='jabber:client' type='set' from='nurse@example.org' to='romeo@example.net/orchard' id='x'><pubsub xmlns='http://jabber.org/protocol/pubsub'/></iq></privileged_iq></iq>
	<iq from='pubsub.example.org' to='juliet@example.org' type='set' id='8'><privileged_iq xmlns='urn:xmpp:privilege:2'><iq type='set' to='romeo@example.net/orchard' id='x'><pubsub xmlns='http://jabber.org/protocol/pubsub'/></iq></privileged_iq></iq>
	<iq from='pubsub.example.org' to='romeo@example.net' type='set' id='9'><privileged_iq xmlns='urn:xmpp:privilege:2'><iq xmlns='jabber:client' type='set' to='juliet@example.org/balcony' id='x'><pubsub xmlns='http://jabber.org/protocol/pubsub'/></iq></privileged_iq></iq>
	<iq from='pubsub.example.org' to='juliet@example.org' type='set' id='10'><privileged_iq xmlns='urn:xmpp:privilege:2'/></iq>
PubSub receives in any order:
	<iq type='error' id='4'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='error' id='5'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='error' id='6'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='error' id='7'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='error' id='8'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='error' id='9'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='error' id='10'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
Nobody sends:
	<iq from='nobody.example.org' to='juliet@example.org' type='set' id='11'><privileged_iq xmlns='urn:xmpp:privilege:2'><iq xmlns='jabber:client' type='set' to='romeo@example.net/orchard' id='x'><pubsub xmlns='http://jabber.org/protocol/pubsub'/></iq></privileged_iq></iq>
Nobody receives:
	<iq type='error' from='juliet@example.org' id='11'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
Romeo receives: nothing
