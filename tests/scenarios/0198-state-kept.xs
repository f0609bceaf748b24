# XEP-0198 §5: presence, roster and blocklist stay; what changed meanwhile is pushed after the resumption
[Client] Laptop
	jid: juliet@example.org/laptop
[Client] Juliet
	jid: juliet@example.org/balcony
	management: true
[Client] Romeo
	jid: romeo@example.org/orchard
-----
Juliet sends:
	<iq type='get' id='r1'><query xmlns='jabber:iq:roster'/></iq>
	<iq type='get' id='b1'><blocklist xmlns='urn:xmpp:blocking'/></iq>
	<presence><priority>5</priority></presence>
	<presence to='romeo@example.org/orchard'/>
Juliet receives in any order:
	<iq id='r1' type='result'/>
	<iq id='b1' type='result'/>
	<presence/>
Romeo receives:
	<presence from='juliet@example.org/balcony'/>
Juliet loses the connection
Laptop sends:
	<iq type='set' id='r2'><query xmlns='jabber:iq:roster'><item jid='nurse@example.org' name='Nurse'/></query></iq>
	<iq type='set' id='b2'><block xmlns='urn:xmpp:blocking'><item jid='paris@example.org'/></block></iq>
Laptop receives in any order:
	<iq id='r2' type='result'/>
	<iq id='b2' type='result'/>
Juliet resumes
Juliet receives in any order:
	<iq type='set'><query xmlns='jabber:iq:roster' scansion:strict='false'><item jid='nurse@example.org' name='Nurse' subscription='none'/></query></iq>
	<iq type='set'><block xmlns='urn:xmpp:blocking'><item jid='paris@example.org'/></block></iq>
Romeo receives: nothing
Juliet disconnects
Romeo receives:
	<presence type='unavailable' from='juliet@example.org/balcony'/>
