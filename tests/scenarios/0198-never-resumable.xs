# XEP-0198 §5: a server that keeps no sessions says so
[Server]
	option stream-management resumableFor: 0
[Client] Romeo
	jid: romeo@example.org/orchard
	management: by hand
-----
Romeo sends:
	<enable xmlns='urn:xmpp:sm:3' resume='true'/>
Romeo receives:
	<enabled xmlns='urn:xmpp:sm:3'/>
