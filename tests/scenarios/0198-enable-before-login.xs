# XEP-0198 §3, §9: nothing of it before authentication
[Client] Romeo
	jid: romeo@example.org/orchard
	raw: tls
-----
Romeo sends:
	<resume xmlns='urn:xmpp:sm:3' h='0' previd='x'/>
Romeo receives stream error: not-authorized
