# RFC 6121 §8.5.1: a request to an account that does not exist waits for ever or is refused; it is not accepted
[Client] Romeo
	jid: romeo@example.org/orchard
-----
Romeo sends:
	<presence to='nobody@example.org' type='subscribe'/>
	<iq type='get' id='r1'><query xmlns='jabber:iq:roster'/></iq>
Romeo receives:
	<iq type='result' id='r1'><query xmlns='jabber:iq:roster' scansion:strict='false'><item jid='nobody@example.org' subscription='none' scansion:strict='false'/></query></iq>
