# XEP-0388 §2: SASL2 is offered under TLS; after the success no stream restarts, and the features of the authenticated stream follow
## prosody: it has no SASL2
[Client] Romeo
	jid: romeo@example.org/orchard
	raw: true
-----
Romeo opens a stream
Romeo receives a stream header
Romeo receives:
	<stream:features>
		<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'><required/></starttls>
		<authentication xmlns='urn:xmpp:sasl:2' scansion:absent='true'/>
	</stream:features>
Romeo sends:
	<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>
Romeo receives:
	<proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>
Romeo does the TLS handshake
Romeo opens a stream
Romeo receives a stream header
Romeo receives:
	<stream:features>
		<authentication xmlns='urn:xmpp:sasl:2' scansion:strict='false'>
			<mechanism>SCRAM-SHA-1</mechanism>
			<mechanism>SCRAM-SHA-256</mechanism>
			<mechanism>SCRAM-SHA-512</mechanism>
			<inline scansion:strict='false'><bind xmlns='urn:xmpp:bind:0' scansion:strict='false'/></inline>
		</authentication>
	</stream:features>
Romeo sends:
	<authenticate xmlns='urn:xmpp:sasl:2' mechanism='SCRAM-SHA-1'>
		<initial-response>{base64:n,,n=romeo,r=fyko}</initial-response>
		<user-agent id='d4565fa7-4d72-4749-b3d3-740edbf87770'><software>AwesomeXMPP</software><device>Kiva's Phone</device></user-agent>
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
	<stream:features><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></stream:features>
Romeo binds
