# XEP-0478 §2: the limits of the stream stand in its features
## prosody: 0.12 does not
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
	<stream:features><limits xmlns='urn:xmpp:stream-limits:0'><max-bytes>16384</max-bytes></limits></stream:features>
