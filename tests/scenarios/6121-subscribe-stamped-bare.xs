# RFC 6121 §3.1.2: subscription presence carries bare addresses both ways
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
-----
Juliet sends:
	<presence/>
Juliet receives:
	<presence/>
Romeo sends:
	<presence to='juliet@example.org/balcony' type='subscribe' id='s1'/>
Juliet receives:
	<presence from='romeo@example.org' to='juliet@example.org' type='subscribe' id='s1'/>
