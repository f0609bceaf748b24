# RFC 6120 §4.8.5, §4.9.3.2: what is in the content namespace has no prefix
## prosody: it takes the stanza
[Client] Romeo
	jid: romeo@example.org/orchard
-----
Romeo sends raw:
	<c:message xmlns:c='jabber:client' to='romeo@example.org/orchard'><c:body>hi</c:body></c:message>
Romeo receives stream error: bad-namespace-prefix
