# XEP-0480 §2.2: an account that has the keys, or a task that nobody knows, keeps nobody waiting
## prosody: it has no upgrades
[Client] Romeo
	jid: romeo@example.org
	raw: tls
-----
Romeo sends:
	<authenticate xmlns='urn:xmpp:sasl:2' mechanism='SCRAM-SHA-1'>
		<initial-response>{base64:n,,n=romeo,r=fyko}</initial-response>
		<upgrade xmlns='urn:xmpp:sasl:upgrade:0'>UPGR-SCRAM-SHA-256</upgrade><upgrade xmlns='urn:xmpp:sasl:upgrade:0'>UPGR-BLOOP2</upgrade>
	</authenticate>
Romeo receives:
	<challenge xmlns='urn:xmpp:sasl:2'>{capture:challenge}</challenge>
Romeo sends:
	<response xmlns='urn:xmpp:sasl:2'>{scram-proof:n,,|n=romeo,r=fyko|password|${challenge}}</response>
Romeo receives:
	<success xmlns='urn:xmpp:sasl:2'>
		<additional-data>{scansion:any}</additional-data>
		<authorization-identifier>romeo@example.org</authorization-identifier>
	</success>
	<stream:features/>
