# XEP-0388 §2.4: an exchange ends in the dialect that it began in
## prosody: it has no SASL2
[Client] Romeo
	jid: romeo@example.org
	raw: tls

[Client] Again
	jid: romeo@example.org
	raw: tls
-----
Romeo sends:
	<authenticate xmlns='urn:xmpp:sasl:2' mechanism='SCRAM-SHA-1'><initial-response>{base64:n,,n=romeo,r=fyko}</initial-response></authenticate>
Romeo receives:
	<challenge xmlns='urn:xmpp:sasl:2'>{scansion:any}</challenge>
Romeo sends:
	<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>{base64:\0romeo\0password}</auth>
Romeo receives stream error: not-authorized
Again connects
Again sends:
	<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='SCRAM-SHA-1'>{base64:n,,n=romeo,r=fyko}</auth>
Again receives:
	<challenge xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>{scansion:any}</challenge>
Again sends:
	<authenticate xmlns='urn:xmpp:sasl:2' mechanism='PLAIN'><initial-response>{base64:\0romeo\0password}</initial-response></authenticate>
Again receives stream error: not-authorized
