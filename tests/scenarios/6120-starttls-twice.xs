# RFC 6120 §5.4.2: TLS is there already
## prosody: it answers with <failure/> and goes on
[Client] Romeo
	jid: romeo@example.org
	raw: tls
-----
Romeo sends:
	<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>
Romeo receives stream error: not-authorized
