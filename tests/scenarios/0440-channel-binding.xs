# XEP-0440 §3, RFC 5802 §6: under real TLS the bound mechanisms and the types of binding are offered
## memory: TLS in memory has nothing to bind to
## prosody: 0.12 does not
[Client] Romeo
	jid: romeo@example.org/orchard
	raw: true
-----
Romeo opens a stream
Romeo receives a stream header
Romeo receives:
	<stream:features/>
Romeo sends:
	<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>
Romeo receives:
	<proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>
Romeo does the TLS handshake
Romeo opens a stream
Romeo receives a stream header
Romeo receives:
	<stream:features>
		<mechanisms xmlns='urn:ietf:params:xml:ns:xmpp-sasl' scansion:strict='false'>
			<mechanism>SCRAM-SHA-1-PLUS</mechanism>
			<mechanism>SCRAM-SHA-256-PLUS</mechanism>
			<mechanism>SCRAM-SHA-512-PLUS</mechanism>
		</mechanisms>
		<sasl-channel-binding xmlns='urn:xmpp:sasl-cb:0' scansion:strict='false'>
			<channel-binding type='tls-exporter'/>
			<channel-binding type='tls-server-end-point'/>
			<channel-binding type='tls-unique' scansion:absent='true'/>
		</sasl-channel-binding>
	</stream:features>
Romeo authenticates
