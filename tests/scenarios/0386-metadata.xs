# XEP-0386 §3.2: the answer to a binding says how far the archive is
## prosody: it has no SASL2
[Client] Juliet
	jid: juliet@example.org/balcony

[Client] Romeo
	jid: romeo@example.org
	raw: tls

[Client] Again
	jid: romeo@example.org
	raw: tls
-----
Romeo sends:
	<authenticate xmlns='urn:xmpp:sasl:2' mechanism='PLAIN'>
		<initial-response>{base64:\0romeo\0password}</initial-response>
		<bind xmlns='urn:xmpp:bind:0'><enable xmlns='urn:xmpp:carbons:2'/></bind>
	</authenticate>
Romeo receives:
	<success xmlns='urn:xmpp:sasl:2'>
		<authorization-identifier>{scansion:any}</authorization-identifier>
		<bound xmlns='urn:xmpp:bind:0'><metadata xmlns='urn:xmpp:mam:2'/></bound>
	</success>
	<stream:features/>
Romeo disconnects
Juliet sends:
	<message to='romeo@example.org' id='m1' type='chat'><body>one</body></message>
after 60s
Juliet sends:
	<message to='romeo@example.org' id='m2' type='chat'><body>two</body></message>
	<message to='romeo@example.org' id='m3' type='chat'><body>three</body></message>
Again connects
Again sends:
	<authenticate xmlns='urn:xmpp:sasl:2' mechanism='PLAIN'>
		<initial-response>{base64:\0romeo\0password}</initial-response>
		<bind xmlns='urn:xmpp:bind:0'/>
	</authenticate>
Again receives:
	<success xmlns='urn:xmpp:sasl:2'>
		<authorization-identifier>{scansion:any}</authorization-identifier>
		<bound xmlns='urn:xmpp:bind:0'><metadata xmlns='urn:xmpp:mam:2'>
			<start id='{capture:first}' timestamp='2026-01-01T12:00:00Z'/>
			<end id='{capture:last}' timestamp='2026-01-01T12:01:00Z'/>
		</metadata></bound>
	</success>
	<stream:features/>
Again sends:
	<iq type='set' id='q'><query xmlns='urn:xmpp:mam:2'/></iq>
Again receives:
	<message><result xmlns='urn:xmpp:mam:2' id='${first}' scansion:strict='false'/></message>
	<message/>
	<message><result xmlns='urn:xmpp:mam:2' id='${last}' scansion:strict='false'/></message>
	<iq type='result' id='q'/>
