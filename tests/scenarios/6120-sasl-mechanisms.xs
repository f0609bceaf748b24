# RFC 6120 §6.3.3: under TLS the mechanisms are offered, the strong ones among them
## prosody: it keeps one hash
[Client] Romeo
	jid: romeo@example.org
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
			<mechanism>SCRAM-SHA-1</mechanism>
			<mechanism>SCRAM-SHA-256</mechanism>
			<mechanism>SCRAM-SHA-512</mechanism>
		</mechanisms>
	</stream:features>
Romeo authenticates
Romeo binds
