# XEP-0198 §4: an acknowledgement has a count
[Client] Romeo
	jid: romeo@example.org/orchard
	management: by hand
[Client] Juliet
	jid: juliet@example.org/balcony
	management: by hand
-----
Romeo sends:
	<enable xmlns='urn:xmpp:sm:3'/>
Romeo receives:
	<enabled xmlns='urn:xmpp:sm:3'/>
Romeo sends:
	<a xmlns='urn:xmpp:sm:3'/>
Romeo receives stream error: bad-format
Juliet sends:
	<enable xmlns='urn:xmpp:sm:3'/>
Juliet receives:
	<enabled xmlns='urn:xmpp:sm:3'/>
Juliet sends:
	<a xmlns='urn:xmpp:sm:3' h='4294967296'/>
Juliet receives stream error: bad-format
