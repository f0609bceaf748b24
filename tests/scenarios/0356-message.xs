# XEP-0356 §5: messages in the name of accounts and of the host; the account's own devices see them, too

[Component] PubSub
	jid: pubsub.example.org
	message: outgoing

[Component] Nobody
	jid: nobody.example.org

[Client] Juliet
	jid: juliet@example.org/balcony

[Client] Romeo
	jid: romeo@example.net/orchard
-----
PubSub receives:
	<message from='example.org' to='pubsub.example.org' id='{scansion:any}'><privilege xmlns='urn:xmpp:privilege:2'><perm access='message' type='outgoing'/></privilege></message>
PubSub sends:
	<message from='pubsub.example.org' to='example.org' id='1'><privilege xmlns='urn:xmpp:privilege:2'><forwarded xmlns='urn:xmpp:forward:0'><message from='juliet@example.org' id='foo' to='romeo@example.net/orchard' xmlns='jabber:client'><event xmlns='http://jabber.org/protocol/pubsub#event'><items node='n'/></event></message></forwarded></privilege></message>
Romeo receives:
	<message from='juliet@example.org' to='romeo@example.net/orchard' id='foo'><event xmlns='http://jabber.org/protocol/pubsub#event'><items node='n'/></event></message>
# COMPAT(slixmpp): in the namespace of the component's stream.
PubSub sends:
	<message from='pubsub.example.org' to='example.org' id='2'><privilege xmlns='urn:xmpp:privilege:2'><forwarded xmlns='urn:xmpp:forward:0'><message from='example.org' id='bar' to='romeo@example.net/orchard' type='headline' xmlns='jabber:component:accept'><body>News of the host</body></message></forwarded></privilege></message>
Romeo receives:
	<message from='example.org' to='romeo@example.net/orchard' id='bar' type='headline'><body>News of the host</body></message>
# Carbons: as for any device of hers.
Juliet sends:
	<iq type='set' id='c1'><enable xmlns='urn:xmpp:carbons:2'/></iq>
	<presence/>
Juliet receives:
	<iq type='result' id='c1'/>
	<presence from='juliet@example.org/balcony'/>
PubSub sends:
	<message from='a@pubsub.example.org' to='example.org' id='3'><privilege xmlns='urn:xmpp:privilege:2'><forwarded xmlns='urn:xmpp:forward:0'><message from='juliet@example.org' id='baz' type='chat' to='romeo@example.net/orchard' xmlns='jabber:client'><body>from my phone</body></message></forwarded></privilege></message>
Romeo receives:
	<message from='juliet@example.org' to='romeo@example.net/orchard' id='baz' type='chat'><body>from my phone</body></message>
Juliet receives:
	<message from='juliet@example.org' to='juliet@example.org/balcony' type='chat'><sent xmlns='urn:xmpp:carbons:2' scansion:strict='false'><forwarded xmlns='urn:xmpp:forward:0' scansion:strict='false'><message xmlns='jabber:client' from='juliet@example.org' id='baz' type='chat' scansion:strict='false'><body>from my phone</body></message></forwarded></sent></message>
# Rule 1: bare addresses of the host that is written to.
PubSub sends:
	<message from='pubsub.example.org' to='example.org' id='4'><privilege xmlns='urn:xmpp:privilege:2'><forwarded xmlns='urn:xmpp:forward:0'><message from='juliet@example.org/balcony' to='romeo@example.net/orchard' xmlns='jabber:client'><body>false</body></message></forwarded></privilege></message>
	<message from='pubsub.example.org' to='example.org' id='5'><privilege xmlns='urn:xmpp:privilege:2'><forwarded xmlns='urn:xmpp:forward:0'><message from='romeo@example.net' to='romeo@example.net/orchard' xmlns='jabber:client'><body>false</body></message></forwarded></privilege></message>
	<message from='pubsub.example.org' to='example.net' id='6'><privilege xmlns='urn:xmpp:privilege:2'><forwarded xmlns='urn:xmpp:forward:0'><message from='romeo@example.net' to='romeo@example.net/orchard' xmlns='jabber:client'><body>false</body></message></forwarded></privilege></message>
	<message from='pubsub.example.org' to='example.org' id='7'><privilege xmlns='urn:xmpp:privilege:2'><forwarded xmlns='urn:xmpp:forward:0'><message to='romeo@example.net/orchard' xmlns='jabber:client'><body>false</body></message></forwarded></privilege></message>
	<message from='pubsub.example.org' to='example.org' id='8'><privilege xmlns='urn:xmpp:privilege:2'><forwarded xmlns='urn:xmpp:forward:0'><presence from='juliet@example.org' to='romeo@example.net/orchard' xmlns='jabber:client'/></forwarded></privilege></message>
	<message from='pubsub.example.org' to='example.org' id='9'><privilege xmlns='urn:xmpp:privilege:2'/></message>
	<message from='pubsub.example.org' to='example.org' id='10'><privilege xmlns='urn:xmpp:privilege:2'><forwarded xmlns='urn:xmpp:forward:0'><message from='stranger@example.org' to='romeo@example.net/orchard' xmlns='jabber:client'><body>false</body></message></forwarded></privilege></message>
PubSub receives in any order:
	<message type='error' from='example.org' id='4'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
	<message type='error' from='example.org' id='5'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
	<message type='error' from='example.net' id='6'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
	<message type='error' from='example.org' id='7'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
	<message type='error' from='example.org' id='8'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
	<message type='error' from='example.org' id='9'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
	<message type='error' from='example.org' id='10'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
Nobody sends:
	<message from='nobody.example.org' to='example.org' id='11'><privilege xmlns='urn:xmpp:privilege:2'><forwarded xmlns='urn:xmpp:forward:0'><message from='juliet@example.org' to='romeo@example.net/orchard' xmlns='jabber:client'><body>false</body></message></forwarded></privilege></message>
Nobody receives:
	<message type='error' from='example.org' id='11'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
Romeo receives: nothing
# A client has no such privilege.
Romeo sends:
	<message to='example.org' id='12'><privilege xmlns='urn:xmpp:privilege:2'><forwarded xmlns='urn:xmpp:forward:0'><message from='juliet@example.org' to='romeo@example.net/orchard' xmlns='jabber:client'><body>false</body></message></forwarded></privilege></message>
Romeo receives:
	<message type='error' from='example.org' id='12'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
# The account's own guards: whom she blocks the component cannot write to in her name.
Juliet sends:
	<iq type='set' id='b1'><block xmlns='urn:xmpp:blocking'><item jid='romeo@example.net'/></block></iq>
Juliet receives:
	<iq type='result' id='b1'/>
PubSub sends:
	<message from='pubsub.example.org' to='example.org' id='13'><privilege xmlns='urn:xmpp:privilege:2'><forwarded xmlns='urn:xmpp:forward:0'><message from='juliet@example.org' id='qux' type='chat' to='romeo@example.net/orchard' xmlns='jabber:client'><body>blocked</body></message></forwarded></privilege></message>
Romeo receives: nothing
