# XEP-0388 §2.4: whoever says anything else during the exchange is disconnected
## prosody: it has no SASL2
[Client] Romeo
	jid: romeo@example.org
	raw: tls
-----
Romeo sends:
	<authenticate xmlns='urn:xmpp:sasl:2' mechanism='SCRAM-SHA-1'><initial-response>{base64:n,,n=romeo,r=fyko}</initial-response></authenticate>
Romeo receives:
	<challenge xmlns='urn:xmpp:sasl:2'>{scansion:any}</challenge>
Romeo sends:
	<presence/>
Romeo receives stream error: not-authorized
