# RFC 6121 §3.1.5, §3.1.6: subscribed goes to the sessions that asked for the roster; the push with it
## prosody: it tells unavailable presence of who is not there
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Romeo's phone
	jid: romeo@example.org/phone
[Client] Juliet
	jid: juliet@example.org/balcony
-----
Romeo sends:
	<iq type='get' id='r1'><query xmlns='jabber:iq:roster'/></iq>
Romeo receives:
	<iq type='result' id='r1'/>
Romeo's phone sends:
	<presence to='juliet@example.org' type='subscribe'/>
Romeo receives:
	<iq type='set' id='{scansion:any}'><query xmlns='jabber:iq:roster' scansion:strict='false'><item jid='juliet@example.org' subscription='none' ask='subscribe'/></query></iq>
Juliet sends:
	<presence to='romeo@example.org' type='subscribed'/>
Romeo receives in any order:
	<presence from='juliet@example.org' type='subscribed'/>
	<iq type='set' id='{scansion:any}'><query xmlns='jabber:iq:roster' scansion:strict='false'><item jid='juliet@example.org' subscription='to'/></query></iq>
Romeo's phone receives: nothing
