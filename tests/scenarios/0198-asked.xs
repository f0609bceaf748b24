# XEP-0198 §4: the client is asked what it has within about a second
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
	management: by hand
-----
Juliet sends:
	<enable xmlns='urn:xmpp:sm:3'/>
	<presence/>
Juliet receives:
	<enabled xmlns='urn:xmpp:sm:3'/>
	<presence/>
after 2s
Juliet receives:
	<r xmlns='urn:xmpp:sm:3'/>
Juliet sends:
	<a xmlns='urn:xmpp:sm:3' h='${Juliet's count}'/>
