# XEP-0199 §4.1: a client that is silent is pinged; it answers and stays
[Client] Romeo
	jid: romeo@example.org/orchard
-----
after 270s
Romeo receives:
	<iq type='get' id='{capture:id}' from='example.org' to='romeo@example.org/orchard'><ping xmlns='urn:xmpp:ping'/></iq>
Romeo sends:
	<iq type='result' id='${id}' to='example.org'/>
after 120s
Romeo receives: nothing
