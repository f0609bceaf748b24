# RFC 6120 §5.3.1, §4.9.3.12: nothing but STARTTLS before TLS
## prosody: it answers with a stanza error
## direct: it is about the plain stream
[Client] Romeo
	jid: romeo@example.org
	raw: true
-----
Romeo opens a stream
Romeo receives a stream header
Romeo receives:
	<stream:features/>
Romeo sends:
	<message to='romeo@example.org'><body>in the clear</body></message>
Romeo receives stream error: not-authorized
