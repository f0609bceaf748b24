# RFC 6120 §4.8.5 and Namespaces in XML: a prefix says nothing, the namespace does
[Client] Romeo
	jid: romeo@example.org/orchard
-----
Romeo sends raw:
	<c:message xmlns:c='jabber:client' to='romeo@example.org/orchard'><c:body>hi</c:body></c:message>
Romeo receives:
	<message from='romeo@example.org/orchard'><body>hi</body></message>
