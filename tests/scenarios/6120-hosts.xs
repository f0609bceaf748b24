# RFC 6120 §2.1: several hosts on one server: accounts of the same name are different, and they reach each other
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Romeo of Mantua
	jid: romeo@example.net/orchard
	password: banished
-----
Romeo sends:
	<message to='romeo@example.net/orchard' id='m1'/>
Romeo of Mantua receives:
	<message from='romeo@example.org/orchard' to='romeo@example.net/orchard' id='m1'/>
Romeo of Mantua sends:
	<iq type='get' id='p1' to='example.org'><ping xmlns='urn:xmpp:ping'/></iq>
Romeo of Mantua receives:
	<iq type='result' id='p1' from='example.org'/>
Romeo receives: nothing
