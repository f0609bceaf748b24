# XEP-0198 §3: the client may want it shorter, not longer; a 'max' that is no number is refused
[Server]
	option stream-management resumableFor: 5m
[Client] Romeo
	jid: romeo@example.org/orchard
	management: by hand
[Client] Juliet
	jid: juliet@example.org/balcony
	management: by hand
[Client] Nurse
	jid: nurse@example.org/hall
	management: by hand
-----
Romeo sends:
	<enable xmlns='urn:xmpp:sm:3' resume='true' max='60'/>
Romeo receives:
	<enabled xmlns='urn:xmpp:sm:3' resume='true' id='{scansion:any}' max='60'/>
Juliet sends:
	<enable xmlns='urn:xmpp:sm:3' resume='true' max='4294967295'/>
Juliet receives:
	<enabled xmlns='urn:xmpp:sm:3' resume='true' id='{scansion:any}' max='300'/>
Nurse sends:
	<enable xmlns='urn:xmpp:sm:3' resume='true' max='-1'/>
Nurse receives:
	<failed xmlns='urn:xmpp:sm:3'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></failed>
Nurse sends:
	<enable xmlns='urn:xmpp:sm:3' resume='true'/>
Nurse receives:
	<enabled xmlns='urn:xmpp:sm:3' resume='true' id='{scansion:any}' max='300'/>
