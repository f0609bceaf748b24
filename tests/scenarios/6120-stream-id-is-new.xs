# RFC 6120 §4.7.3: each stream has an id of its own, a restarted one too
## direct: it is about the plain stream
[Client] Romeo
	jid: romeo@example.org
	raw: true
-----
Romeo opens a stream
Romeo receives a stream header:
	<stream:stream id='{capture:first}'/>
Romeo receives:
	<stream:features/>
Romeo sends:
	<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>
Romeo receives:
	<proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>
Romeo does the TLS handshake
Romeo opens a stream
Romeo receives a stream header:
	<stream:stream id='{scansion:not ${first}}'/>
Romeo receives:
	<stream:features>
		<mechanisms xmlns='urn:ietf:params:xml:ns:xmpp-sasl' scansion:strict='false'>
			<mechanism>SCRAM-SHA-1</mechanism>
		</mechanisms>
		<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls' scansion:absent='true'/>
	</stream:features>
Romeo sends raw:
	</stream:stream>
Romeo is disconnected
