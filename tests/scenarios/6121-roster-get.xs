# RFC 6121 §2.1.3, §2.2: an empty roster; the request may name the own account
[Client] Romeo
	jid: romeo@example.org/orchard
-----
Romeo sends:
	<iq type='get' id='r1'><query xmlns='jabber:iq:roster'/></iq>
	<iq type='get' id='r2' to='romeo@example.org'><query xmlns='jabber:iq:roster'/></iq>
Romeo receives:
	<iq type='result' id='r1' to='romeo@example.org/orchard'><query xmlns='jabber:iq:roster' scansion:strict='false'/></iq>
	<iq type='result' id='r2' to='romeo@example.org/orchard'><query xmlns='jabber:iq:roster' scansion:strict='false'/></iq>
