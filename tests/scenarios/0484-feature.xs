# XEP-0484 §3.1: the mechanisms of tokens are offered inside SASL2, and not among the others
## prosody: it has no FAST
## sockets: there the channel can be bound to, and more is offered
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
		<authentication xmlns='urn:xmpp:sasl:2' scansion:strict='false'>
			<mechanism scansion:absent='true'>HT-SHA-256-NONE</mechanism>
			<inline scansion:strict='false'><fast xmlns='urn:xmpp:fast:0'><mechanism>HT-SHA-256-NONE</mechanism></fast></inline>
		</authentication>
	</stream:features>
