# XEP-0198 §7: a stream that is closed in good order ends its session
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
	management: true
[Client] Again
	jid: juliet@example.org/balcony
	raw: sasl
-----
Juliet sends:
	<presence to='romeo@example.org/orchard'/>
Romeo receives:
	<presence from='juliet@example.org/balcony'/>
Juliet disconnects
Romeo receives:
	<presence type='unavailable' from='juliet@example.org/balcony'/>
Again connects
Again sends:
	<resume xmlns='urn:xmpp:sm:3' h='0' previd='${Juliet's stream id}'/>
Again receives:
	<failed xmlns='urn:xmpp:sm:3'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></failed>
