# XEP-0386 §3.2: where there is no archive the binding clears nothing: nobody else would have it
## prosody: it has no SASL2
[Server]
	module mam: off

[Client] Romeo
	jid: romeo@example.org/orchard

[Client] Juliet
	jid: juliet@example.org
	login: sasl2
-----
Romeo sends:
	<message to='juliet@example.org' id='m1' type='chat'><body>one</body></message>
Juliet connects
Juliet sends:
	<presence/>
Juliet receives:
	<presence/>
	<message id='m1' type='chat'><delay xmlns='urn:xmpp:delay' scansion:strict='false'/></message>
