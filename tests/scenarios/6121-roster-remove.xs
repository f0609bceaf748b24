# RFC 6121 §2.5: removing a contact ends both subscriptions and tells everybody
## prosody: it orders and counts otherwise
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
-----
Romeo sends:
	<presence to='juliet@example.org' type='subscribe'/>
Juliet sends:
	<presence to='romeo@example.org' type='subscribed'/>
	<presence to='romeo@example.org' type='subscribe'/>
Romeo sends:
	<presence to='juliet@example.org' type='subscribed'/>
	<iq type='get' id='r1'><query xmlns='jabber:iq:roster'/></iq>
	<presence/>
Romeo receives in any order:
	<iq type='result' id='r1'><query xmlns='jabber:iq:roster' scansion:strict='false'><item jid='juliet@example.org' subscription='both'/></query></iq>
	<presence from='romeo@example.org/orchard'/>
	<presence from='juliet@example.org' type='unavailable'/>
Juliet sends:
	<iq type='get' id='r1'><query xmlns='jabber:iq:roster'/></iq>
	<presence/>
Juliet receives in any order:
	<iq type='result' id='r1'><query xmlns='jabber:iq:roster' scansion:strict='false'><item jid='romeo@example.org' subscription='both'/></query></iq>
	<presence from='juliet@example.org/balcony'/>
	<presence from='romeo@example.org/orchard'/>
Romeo receives:
	<presence from='juliet@example.org/balcony'/>
Romeo sends:
	<iq type='set' id='r2'><query xmlns='jabber:iq:roster'><item jid='juliet@example.org' subscription='remove'/></query></iq>
Romeo receives in any order:
	<iq type='result' id='r2'/>
	<iq type='set' id='{scansion:any}'><query xmlns='jabber:iq:roster' scansion:strict='false'><item jid='juliet@example.org' subscription='remove'/></query></iq>
	<presence from='juliet@example.org/balcony' type='unavailable'/>
Juliet receives in any order:
	<presence from='romeo@example.org' type='unsubscribe'/>
	<presence from='romeo@example.org' type='unsubscribed'/>
	<presence from='romeo@example.org/orchard' type='unavailable'/>
	<iq type='set' id='{scansion:any}'><query xmlns='jabber:iq:roster' scansion:strict='false'><item jid='romeo@example.org' subscription='to'/></query></iq>
	<iq type='set' id='{scansion:any}'><query xmlns='jabber:iq:roster' scansion:strict='false'><item jid='romeo@example.org' subscription='none'/></query></iq>
Romeo receives: nothing
Juliet receives: nothing
Romeo sends:
	<iq type='get' id='r3'><query xmlns='jabber:iq:roster'/></iq>
Romeo receives:
	<iq type='result' id='r3'><query xmlns='jabber:iq:roster' scansion:strict='false'><item xmlns='jabber:iq:roster' scansion:absent='true'/></query></iq>
