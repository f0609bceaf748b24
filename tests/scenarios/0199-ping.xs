# XEP-0199 §4.2: the server and the own account answer pings

[Client] Romeo
	jid: romeo@example.org/orchard
-----
Romeo sends:
	<iq type='get' id='p1' to='example.org'><ping xmlns='urn:xmpp:ping'/></iq>
	<iq type='get' id='p2'><ping xmlns='urn:xmpp:ping'/></iq>
Romeo receives:
	<iq type='result' id='p1' from='example.org' to='romeo@example.org/orchard'/>
	<iq type='result' id='p2' to='romeo@example.org/orchard'/>
Romeo receives: nothing
