# XEP-0480 §3: an account with keys for SHA-1 only gets those for SHA-256, and can be logged in to by them from then on
## prosody: it has no upgrades
[Client] Romeo
	jid: romeo@example.org
	from: romeo@example.org
	hashes: SCRAM-SHA-1
	raw: tls

[Client] Again
	jid: romeo@example.org
	mechanism: SCRAM-SHA-256
	hashes: SCRAM-SHA-1
-----
Romeo sends:
	<authenticate xmlns='urn:xmpp:sasl:2' mechanism='SCRAM-SHA-1'>
		<initial-response>{base64:n,,n=romeo,r=fyko}</initial-response>
		<upgrade xmlns='urn:xmpp:sasl:upgrade:0'>UPGR-SCRAM-SHA-256</upgrade>
	</authenticate>
Romeo receives:
	<challenge xmlns='urn:xmpp:sasl:2'>{capture:challenge}</challenge>
Romeo sends:
	<response xmlns='urn:xmpp:sasl:2'>{scram-proof:n,,|n=romeo,r=fyko|password|${challenge}}</response>
Romeo receives:
	<continue xmlns='urn:xmpp:sasl:2'>
		<additional-data>{scansion:any}</additional-data>
		<tasks><task>UPGR-SCRAM-SHA-256</task></tasks>
	</continue>
Romeo sends:
	<next xmlns='urn:xmpp:sasl:2' task='UPGR-SCRAM-SHA-256'/>
Romeo receives:
	<task-data xmlns='urn:xmpp:sasl:2'><salt xmlns='urn:xmpp:scram-upgrade:0' iterations='4096'>{capture:salt}</salt></task-data>
Romeo sends:
	<task-data xmlns='urn:xmpp:sasl:2'><hash xmlns='urn:xmpp:scram-upgrade:0'>{salted-password:SHA256|password|${salt}|4096}</hash></task-data>
Romeo receives:
	<success xmlns='urn:xmpp:sasl:2'><authorization-identifier>romeo@example.org</authorization-identifier></success>
	<stream:features/>
Again connects
