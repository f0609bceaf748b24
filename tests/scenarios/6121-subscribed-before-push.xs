# RFC 6121 §3.1.6, §3.2.3, §3.3.3: subscribed, unsubscribed and unsubscribe come before the push that they cause
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
-----
Romeo sends:
	<iq type='get' id='r1'><query xmlns='jabber:iq:roster'/></iq>
Romeo receives:
	<iq type='result' id='r1'/>
Romeo sends:
	<presence to='juliet@example.org' type='subscribe'/>
Romeo receives:
	<iq type='set' id='{scansion:any}'><query xmlns='jabber:iq:roster' scansion:strict='false'><item jid='juliet@example.org' subscription='none' ask='subscribe'/></query></iq>
Juliet sends:
	<presence to='romeo@example.org' type='subscribed'/>
Romeo receives:
	<presence from='juliet@example.org' type='subscribed'/>
	<iq type='set' id='{scansion:any}'><query xmlns='jabber:iq:roster' scansion:strict='false'><item jid='juliet@example.org' subscription='to'/></query></iq>
Juliet sends:
	<iq type='get' id='r2'><query xmlns='jabber:iq:roster'/></iq>
Juliet receives:
	<iq type='result' id='r2'/>
Romeo sends:
	<presence to='juliet@example.org' type='unsubscribe'/>
Romeo receives:
	<iq type='set' id='{scansion:any}'><query xmlns='jabber:iq:roster' scansion:strict='false'><item jid='juliet@example.org' subscription='none'/></query></iq>
Juliet receives:
	<presence from='romeo@example.org' type='unsubscribe'/>
	<iq type='set' id='{scansion:any}'><query xmlns='jabber:iq:roster' scansion:strict='false'><item jid='romeo@example.org' subscription='none'/></query></iq>
Romeo sends:
	<presence to='juliet@example.org' type='subscribe'/>
Romeo receives:
	<iq type='set' id='{scansion:any}'><query xmlns='jabber:iq:roster' scansion:strict='false'><item jid='juliet@example.org' subscription='none' ask='subscribe'/></query></iq>
Juliet sends:
	<presence to='romeo@example.org' type='subscribed'/>
Juliet receives:
	<iq type='set' id='{scansion:any}'><query xmlns='jabber:iq:roster' scansion:strict='false'><item jid='romeo@example.org' subscription='from'/></query></iq>
Romeo receives:
	<presence from='juliet@example.org' type='subscribed'/>
	<iq type='set' id='{scansion:any}'><query xmlns='jabber:iq:roster' scansion:strict='false'><item jid='juliet@example.org' subscription='to'/></query></iq>
Juliet sends:
	<presence to='romeo@example.org' type='unsubscribed'/>
Juliet receives:
	<iq type='set' id='{scansion:any}'><query xmlns='jabber:iq:roster' scansion:strict='false'><item jid='romeo@example.org' subscription='none'/></query></iq>
Romeo receives:
	<presence from='juliet@example.org' type='unsubscribed'/>
	<iq type='set' id='{scansion:any}'><query xmlns='jabber:iq:roster' scansion:strict='false'><item jid='juliet@example.org' subscription='none'/></query></iq>
