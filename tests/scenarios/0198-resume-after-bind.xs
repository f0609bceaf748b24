# XEP-0198 §5: a stream that has a resource cannot go on with another's session
[Client] Juliet
	jid: juliet@example.org/balcony
	management: true
[Client] Laptop
	jid: juliet@example.org/laptop
-----
Juliet loses the connection
Laptop sends:
	<resume xmlns='urn:xmpp:sm:3' h='0' previd='${Juliet's stream id}'/>
Laptop receives:
	<failed xmlns='urn:xmpp:sm:3'><unexpected-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></failed>
Juliet resumes
