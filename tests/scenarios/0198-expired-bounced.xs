# XEP-0198 §4, RFC 6121 §8.5.3: requests wait for a session that is away; when it is given up they are answered; answers, errors and headlines are not
[Server]
	option stream-management resumableFor: 2m
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
	management: true
-----
Juliet sends:
	<presence/>
Juliet receives:
	<presence/>
Juliet loses the connection
Romeo sends:
	<iq to='juliet@example.org/balcony' type='get' id='i1'><query xmlns='urn:x'/></iq>
	<iq to='juliet@example.org/balcony' type='result' id='i2'/>
	<message to='juliet@example.org/balcony' type='error' id='m1'><body>no</body></message>
	<message to='juliet@example.org/balcony' type='headline' id='m2'><body>news</body></message>
	<message to='juliet@example.org/balcony' type='groupchat' id='m3'><body>all</body></message>
	<presence to='juliet@example.org/balcony'/>
Romeo receives: nothing
after 121s
Romeo receives:
	<iq id='i1' type='error' from='juliet@example.org/balcony'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<message id='m3' type='error' from='juliet@example.org/balcony'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
