# RFC 7622 §3: the same address, written otherwise, is the same address
## federated: it spells out its host
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
-----
Romeo sends:
	<message from='Romeo@EXAMPLE.org/orchard' to='Juliet@Example.ORG/balcony'/>
Juliet receives:
	<message from='romeo@example.org/orchard' to='juliet@example.org/balcony'/>
