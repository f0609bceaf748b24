# RFC 6121 §2.4: name and groups are replaced as a whole; what a client says about the subscription is ignored
[Client] Romeo
	jid: romeo@example.org/orchard
-----
Romeo sends:
	<iq type='get' id='r1'><query xmlns='jabber:iq:roster'/></iq>
Romeo receives:
	<iq type='result' id='r1'/>
Romeo sends:
	<iq type='set' id='r2'><query xmlns='jabber:iq:roster'><item jid='nurse@example.org' name='Nurse' subscription='both' ask='subscribe' approved='true'><group>Servants</group></item></query></iq>
Romeo receives in any order:
	<iq type='result' id='r2'/>
	<iq type='set' id='{scansion:any}'><query xmlns='jabber:iq:roster' scansion:strict='false'><item jid='nurse@example.org' name='Nurse' subscription='none'><group>Servants</group></item></query></iq>
Romeo sends:
	<iq type='set' id='r3'><query xmlns='jabber:iq:roster'><item jid='nurse@example.org' name='Angelica'/></query></iq>
Romeo receives in any order:
	<iq type='result' id='r3'/>
	<iq type='set' id='{scansion:any}'><query xmlns='jabber:iq:roster' scansion:strict='false'><item jid='nurse@example.org' name='Angelica' subscription='none'/></query></iq>
