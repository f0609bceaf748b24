# RFC 6121 §3: nobody subscribes to himself; the roster stays empty
## prosody: it answers with an error
[Client] Romeo
	jid: romeo@example.org/orchard
-----
Romeo sends:
	<presence to='romeo@example.org' type='subscribe'/>
	<iq type='get' id='r1'><query xmlns='jabber:iq:roster'/></iq>
Romeo receives:
	<iq type='result' id='r1'><query xmlns='jabber:iq:roster' scansion:strict='false'><item xmlns='jabber:iq:roster' scansion:absent='true'/></query></iq>
