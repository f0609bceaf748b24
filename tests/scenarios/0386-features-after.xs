# XEP-0386 §3.2: what was turned on with the binding is not offered again behind the success (xmpp.js would turn it on twice)
## prosody: it has no Bind 2
[Client] Romeo
	jid: romeo@example.org
	raw: tls
-----
Romeo sends:
	<authenticate xmlns='urn:xmpp:sasl:2' mechanism='PLAIN'>
		<initial-response>{base64:\0romeo\0password}</initial-response>
		<bind xmlns='urn:xmpp:bind:0'><enable xmlns='urn:xmpp:sm:3'/></bind>
	</authenticate>
Romeo receives:
	<success xmlns='urn:xmpp:sasl:2'>
		<authorization-identifier>{scansion:any}</authorization-identifier>
		<bound xmlns='urn:xmpp:bind:0' scansion:strict='false'><enabled xmlns='urn:xmpp:sm:3' scansion:strict='false'/></bound>
	</success>
	<stream:features>
		<sm xmlns='urn:xmpp:sm:3' scansion:absent='true'/>
		<bind xmlns='urn:ietf:params:xml:ns:xmpp-bind' scansion:absent='true'/>
	</stream:features>
