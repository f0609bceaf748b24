# RFC 6121 §2.4.2: an update leaves the subscription as it is
[Client] Romeo
	jid: romeo@example.org/orchard
[Account] Juliet
	jid: juliet@example.org
-----
Romeo sends:
	<iq type='get' id='r1'><query xmlns='jabber:iq:roster'/></iq>
Romeo receives:
	<iq type='result' id='r1'/>
Romeo sends:
	<presence type='subscribe' to='juliet@example.org'/>
Romeo receives:
	<iq type='set' id='{scansion:any}'><query xmlns='jabber:iq:roster' scansion:strict='false'><item jid='juliet@example.org' subscription='none' ask='subscribe'/></query></iq>
Romeo sends:
	<iq type='set' id='r3'><query xmlns='jabber:iq:roster'><item jid='juliet@example.org' name='Juliet'/></query></iq>
Romeo receives in any order:
	<iq type='result' id='r3'/>
	<iq type='set' id='{scansion:any}'><query xmlns='jabber:iq:roster' scansion:strict='false'><item jid='juliet@example.org' name='Juliet' subscription='none' ask='subscribe'/></query></iq>
