# XEP-0356 §4: a component reads and changes rosters, and is told their changes

[Component] PubSub
	jid: pubsub.example.org
	roster: both

[Component] Reader
	jid: reader.example.org
	roster: get
	roster pushes: no

[Component] Nobody
	jid: nobody.example.org

[Client] Juliet
	jid: juliet@example.org/balcony

[Client] Romeo
	jid: romeo@example.net/orchard
-----
PubSub receives:
	<message from='example.org' to='pubsub.example.org' id='{scansion:any}'><privilege xmlns='urn:xmpp:privilege:2'><perm access='roster' type='both' push='true'/></privilege></message>
Reader receives:
	<message from='example.org' to='reader.example.org' id='{scansion:any}'><privilege xmlns='urn:xmpp:privilege:2'><perm access='roster' type='get' push='false'/></privilege></message>
Juliet sends:
	<iq type='get' id='r1'><query xmlns='jabber:iq:roster'/></iq>
Juliet receives:
	<iq type='result' id='r1'><query xmlns='jabber:iq:roster'/></iq>
PubSub sends:
	<iq type='set' from='pubsub.example.org' to='juliet@example.org' id='1'><query xmlns='jabber:iq:roster'><item jid='romeo@example.net' name='My Romeo'><group>Rivals</group></item></query></iq>
Juliet receives:
	<iq type='set' id='{scansion:any}'><query xmlns='jabber:iq:roster' ver='{scansion:any}'><item jid='romeo@example.net' name='My Romeo' subscription='none'><group>Rivals</group></item></query></iq>
PubSub receives:
	<iq type='set' from='juliet@example.org' to='pubsub.example.org' id='{capture:push}'><query xmlns='jabber:iq:roster'><item jid='romeo@example.net' name='My Romeo' subscription='none'><group>Rivals</group></item></query></iq>
	<iq type='result' from='juliet@example.org' id='1'/>
PubSub sends:
	<iq type='result' from='pubsub.example.org' to='juliet@example.org' id='${push}'/>
	<iq type='get' from='pubsub.example.org' to='juliet@example.org' id='2'><query xmlns='jabber:iq:roster'/></iq>
PubSub receives:
	<iq type='result' from='juliet@example.org' id='2'><query xmlns='jabber:iq:roster'><item jid='romeo@example.net' name='My Romeo' subscription='none'><group>Rivals</group></item></query></iq>
Reader sends:
	<iq type='get' from='a@reader.example.org' to='juliet@example.org' id='3'><query xmlns='jabber:iq:roster'/></iq>
	<iq type='set' from='reader.example.org' to='juliet@example.org' id='4'><query xmlns='jabber:iq:roster'><item jid='romeo@example.net' subscription='remove'/></query></iq>
Reader receives:
	<iq type='result' from='juliet@example.org' to='a@reader.example.org' id='3'><query xmlns='jabber:iq:roster'><item jid='romeo@example.net' name='My Romeo' subscription='none'><group>Rivals</group></item></query></iq>
	<iq type='error' from='juliet@example.org' id='4'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
# Not without the right, not on other hosts, and nobody else.
Nobody sends:
	<iq type='get' from='nobody.example.org' to='juliet@example.org' id='5'><query xmlns='jabber:iq:roster'/></iq>
Nobody receives:
	<iq type='error' from='juliet@example.org' id='5'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
PubSub sends:
	<iq type='get' from='pubsub.example.org' to='romeo@example.net' id='6'><query xmlns='jabber:iq:roster'/></iq>
	<iq type='get' from='pubsub.example.org' to='stranger@example.org' id='7'><query xmlns='jabber:iq:roster'/></iq>
PubSub receives in any order:
	<iq type='error' from='romeo@example.net' id='6'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='error' from='stranger@example.org' id='7'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
Romeo sends:
	<iq type='get' to='juliet@example.org' id='8'><query xmlns='jabber:iq:roster'/></iq>
Romeo receives:
	<iq type='error' from='juliet@example.org' id='8'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
# What the owner changes.
Juliet sends:
	<iq type='set' id='9'><query xmlns='jabber:iq:roster'><item jid='romeo@example.net' subscription='remove'/></query></iq>
Juliet receives:
	<iq type='set' id='{scansion:any}'><query xmlns='jabber:iq:roster' ver='{scansion:any}'><item jid='romeo@example.net' subscription='remove'/></query></iq>
	<iq type='result' id='9'/>
PubSub receives:
	<iq type='set' from='juliet@example.org' id='{scansion:any}'><query xmlns='jabber:iq:roster'><item jid='romeo@example.net' subscription='remove'/></query></iq>
Reader receives: nothing
