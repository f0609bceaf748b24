# XEP-0480 §2.1, XEP-0388 §2.1: who says whose account it is sees what that account can be logged in to by, and what it could be upgraded to
## prosody: it has no upgrades
[Client] Romeo
	jid: romeo@example.org
	from: romeo@example.org
	hashes: SCRAM-SHA-1
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
		<authentication xmlns='urn:xmpp:sasl:2' scansion:strict='false'>
			<mechanism>SCRAM-SHA-1</mechanism>
			<mechanism scansion:absent='true'>SCRAM-SHA-256</mechanism>
			<upgrade xmlns='urn:xmpp:sasl:upgrade:0'>UPGR-SCRAM-SHA-256</upgrade>
			<upgrade xmlns='urn:xmpp:sasl:upgrade:0'>UPGR-SCRAM-SHA-512</upgrade>
		</authentication>
	</stream:features>
