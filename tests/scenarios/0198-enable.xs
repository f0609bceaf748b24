# XEP-0198 §3: stream management is turned on after binding; without 'resume' the session cannot be resumed
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
Juliet sends:
	<enable xmlns='urn:xmpp:sm:3' resume='1'/>
Juliet receives:
	<enabled xmlns='urn:xmpp:sm:3' resume='true' id='{scansion:any}' max='3600'/>
