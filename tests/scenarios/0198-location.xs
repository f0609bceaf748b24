# XEP-0198 §5: where the client had best come back to
[Server]
	option stream-management location: chat.example.org:5222
[Client] Romeo
	jid: romeo@example.org/orchard
	management: by hand
-----
Romeo sends:
	<enable xmlns='urn:xmpp:sm:3' resume='true'/>
Romeo receives:
	<enabled xmlns='urn:xmpp:sm:3' resume='true' id='{scansion:any}' max='3600' location='chat.example.org:5222'/>
