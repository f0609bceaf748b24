# XEP-0388 §2.6.2: what is wrong with a request is said, and another may follow
## prosody: it has no SASL2
[Client] Romeo
	jid: romeo@example.org
	raw: tls
-----
Romeo sends:
	<authenticate xmlns='urn:xmpp:sasl:2'/>
Romeo receives:
	<failure xmlns='urn:xmpp:sasl:2' scansion:strict='false'><invalid-mechanism xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/></failure>
Romeo sends:
	<authenticate xmlns='urn:xmpp:sasl:2' mechanism='SCRAM-SHA-1'><initial-response>bi*s</initial-response></authenticate>
Romeo receives:
	<failure xmlns='urn:xmpp:sasl:2' scansion:strict='false'><incorrect-encoding xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/></failure>
# §2.2: '=' means nothing here
Romeo sends:
	<authenticate xmlns='urn:xmpp:sasl:2' mechanism='SCRAM-SHA-1'><initial-response>=</initial-response></authenticate>
Romeo receives:
	<failure xmlns='urn:xmpp:sasl:2' scansion:strict='false'><incorrect-encoding xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/></failure>
Romeo sends:
	<authenticate xmlns='urn:xmpp:sasl:2' mechanism='PLAIN'><initial-response/></authenticate>
Romeo receives:
	<failure xmlns='urn:xmpp:sasl:2' scansion:strict='false'><malformed-request xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/></failure>
Romeo sends:
	<authenticate xmlns='urn:xmpp:sasl:2' mechanism='SCRAM-SHA-1'><user-agent id='my phone'/></authenticate>
Romeo receives:
	<failure xmlns='urn:xmpp:sasl:2' scansion:strict='false'><malformed-request xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/></failure>
Romeo sends:
	<authenticate xmlns='urn:xmpp:sasl:2' mechanism='SCRAM-SHA-1'/>
Romeo receives:
	<challenge xmlns='urn:xmpp:sasl:2'/>
Romeo sends:
	<abort xmlns='urn:xmpp:sasl:2'><text>enough</text></abort>
Romeo receives:
	<failure xmlns='urn:xmpp:sasl:2' scansion:strict='false'><aborted xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/></failure>
# Whitespace around the data is only advised against.
Romeo sends:
	<authenticate xmlns='urn:xmpp:sasl:2' mechanism='PLAIN'><initial-response>
		{base64:\0romeo\0password}
	</initial-response></authenticate>
Romeo receives:
	<success xmlns='urn:xmpp:sasl:2'><authorization-identifier>romeo@example.org</authorization-identifier></success>
	<stream:features/>
Romeo binds
