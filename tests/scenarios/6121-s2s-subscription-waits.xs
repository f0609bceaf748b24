# RFC 6121 §3.1.3: a subscription for a domain that does not answer waits for it

[Server]
	federated: on
	silent: capulet.lit

[Client] Romeo
	jid: romeo@montague.lit/orchard

[Client] Juliet
	jid: juliet@capulet.lit/balcony
-----
Juliet sends:
	<presence/>
Juliet receives:
	<presence/>
Romeo sends:
	<presence type='subscribe' to='juliet@capulet.lit'/>
answers capulet.lit
after 30s
Juliet receives:
	<presence type='subscribe' from='romeo@montague.lit' to='juliet@capulet.lit'/>
