# XEP-0388 §2.6.2: a wrong password, and as many tries as RFC 6120 §6.4.5 allows
## prosody: it has no SASL2
[Client] Romeo
	jid: romeo@example.org
	raw: tls
-----
Romeo sends:
	<authenticate xmlns='urn:xmpp:sasl:2' mechanism='PLAIN'><initial-response>{base64:\0romeo\0wrong}</initial-response><bind xmlns='urn:xmpp:bind:0'/></authenticate>
Romeo receives:
	<failure xmlns='urn:xmpp:sasl:2' scansion:strict='false'><not-authorized xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/></failure>
Romeo sends:
	<authenticate xmlns='urn:xmpp:sasl:2' mechanism='PLAIN'><initial-response>{base64:\0romeo\0wrong}</initial-response><bind xmlns='urn:xmpp:bind:0'/></authenticate>
Romeo receives:
	<failure xmlns='urn:xmpp:sasl:2' scansion:strict='false'><not-authorized xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/></failure>
Romeo sends:
	<authenticate xmlns='urn:xmpp:sasl:2' mechanism='PLAIN'><initial-response>{base64:\0romeo\0wrong}</initial-response><bind xmlns='urn:xmpp:bind:0'/></authenticate>
Romeo receives:
	<failure xmlns='urn:xmpp:sasl:2' scansion:strict='false'><not-authorized xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/></failure>
Romeo receives stream error: policy-violation
