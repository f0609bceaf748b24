# XEP-0388 §2.6.3: a task ends well or the login does not; after a <continue/> nobody begins again
## prosody: it has no upgrades
[Client] Romeo
	jid: romeo@example.org
	from: romeo@example.org
	hashes: SCRAM-SHA-1
	raw: tls

[Client] Second
	jid: romeo@example.org
	from: romeo@example.org
	hashes: SCRAM-SHA-1
	raw: tls

[Client] Third
	jid: romeo@example.org
	from: romeo@example.org
	hashes: SCRAM-SHA-1
	raw: tls

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
	<next xmlns='urn:xmpp:sasl:2' task='UPGR-SCRAM-SHA-512'/>
Romeo receives:
	<failure xmlns='urn:xmpp:sasl:2' scansion:strict='false'><malformed-request xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/></failure>
Romeo sends:
	<authenticate xmlns='urn:xmpp:sasl:2' mechanism='PLAIN'><initial-response>{base64:\0romeo\0password}</initial-response></authenticate>
Romeo receives stream error: not-authorized
Second sends:
	<authenticate xmlns='urn:xmpp:sasl:2' mechanism='SCRAM-SHA-1'>
		<initial-response>{base64:n,,n=romeo,r=fyko}</initial-response>
		<upgrade xmlns='urn:xmpp:sasl:upgrade:0'>UPGR-SCRAM-SHA-256</upgrade>
	</authenticate>
Second receives:
	<challenge xmlns='urn:xmpp:sasl:2'>{capture:challenge}</challenge>
Second sends:
	<response xmlns='urn:xmpp:sasl:2'>{scram-proof:n,,|n=romeo,r=fyko|password|${challenge}}</response>
Second receives:
	<continue xmlns='urn:xmpp:sasl:2'>
		<additional-data>{scansion:any}</additional-data>
		<tasks><task>UPGR-SCRAM-SHA-256</task></tasks>
	</continue>
Second sends:
	<next xmlns='urn:xmpp:sasl:2' task='UPGR-SCRAM-SHA-256'/>
Second receives:
	<task-data xmlns='urn:xmpp:sasl:2'><salt xmlns='urn:xmpp:scram-upgrade:0' iterations='4096'>{capture:salt}</salt></task-data>
Second sends:
	<task-data xmlns='urn:xmpp:sasl:2'><hash xmlns='urn:xmpp:scram-upgrade:0'>{base64:too short}</hash></task-data>
Second receives:
	<failure xmlns='urn:xmpp:sasl:2' scansion:strict='false'><malformed-request xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/></failure>
Third sends:
	<authenticate xmlns='urn:xmpp:sasl:2' mechanism='SCRAM-SHA-1'>
		<initial-response>{base64:n,,n=romeo,r=fyko}</initial-response>
		<upgrade xmlns='urn:xmpp:sasl:upgrade:0'>UPGR-SCRAM-SHA-256</upgrade>
	</authenticate>
Third receives:
	<challenge xmlns='urn:xmpp:sasl:2'>{capture:challenge}</challenge>
Third sends:
	<response xmlns='urn:xmpp:sasl:2'>{scram-proof:n,,|n=romeo,r=fyko|password|${challenge}}</response>
Third receives:
	<continue xmlns='urn:xmpp:sasl:2'>
		<additional-data>{scansion:any}</additional-data>
		<tasks><task>UPGR-SCRAM-SHA-256</task></tasks>
	</continue>
Third sends:
	<presence/>
Third receives stream error: not-authorized
