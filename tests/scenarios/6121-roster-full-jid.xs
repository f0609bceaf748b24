# RFC 6121 §2.1.2.3: contacts are bare addresses; a resource is dropped or refused, never kept
## prosody: it keeps it
[Client] Romeo
	jid: romeo@example.org/orchard
[Account] Juliet
	jid: juliet@example.org
-----
Romeo sends:
	<iq type='get' id='r1'><query xmlns='jabber:iq:roster'/></iq>
	<presence to='juliet@example.org/balcony' type='subscribe'/>
Romeo receives:
	<iq type='result' id='r1'/>
	<iq type='set' id='{scansion:any}'><query xmlns='jabber:iq:roster' scansion:strict='false'><item jid='juliet@example.org' subscription='none' ask='subscribe'/></query></iq>
