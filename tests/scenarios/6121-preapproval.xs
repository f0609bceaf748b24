# RFC 6121 §3.4: an approval given before the request; the server answers it then
## prosody: 0.12 marks and orders it otherwise
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
-----
Juliet sends:
	<iq type='get' id='r1'><query xmlns='jabber:iq:roster'/></iq>
	<presence/>
	<presence to='romeo@example.org' type='subscribed'/>
Juliet receives in any order:
	<iq type='result' id='r1'/>
	<presence from='juliet@example.org/balcony'/>
	<iq type='set' id='{scansion:any}'><query xmlns='jabber:iq:roster' scansion:strict='false'><item jid='romeo@example.org' subscription='none' approved='true'/></query></iq>
Romeo receives: nothing
Romeo sends:
	<iq type='get' id='r1'><query xmlns='jabber:iq:roster'/></iq>
	<presence/>
	<presence to='juliet@example.org' type='subscribe'/>
Romeo receives in any order:
	<iq type='result' id='r1'/>
	<presence from='romeo@example.org/orchard'/>
	<iq type='set' id='{scansion:any}'><query xmlns='jabber:iq:roster' scansion:strict='false'><item jid='juliet@example.org' subscription='none' ask='subscribe'/></query></iq>
	<presence from='juliet@example.org' type='subscribed'/>
	<iq type='set' id='{scansion:any}'><query xmlns='jabber:iq:roster' scansion:strict='false'><item jid='juliet@example.org' subscription='to'/></query></iq>
	<presence from='juliet@example.org/balcony'/>
# she is not asked; she sees that he is subscribed now
Juliet receives:
	<iq type='set' id='{scansion:any}'><query xmlns='jabber:iq:roster' scansion:strict='false'><item jid='romeo@example.org' subscription='from' scansion:strict='false'/></query></iq>
Juliet receives: nothing
