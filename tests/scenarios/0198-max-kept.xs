# XEP-0198 §3: a session is kept as long as the client wanted, and no longer
[Server]
	module ping: off
[Client] Juliet
	jid: juliet@example.org/balcony
	management: true
	max: 60
[Client] Again
	jid: juliet@example.org/balcony
	raw: sasl
-----
Juliet loses the connection
after 59s
Juliet resumes
Juliet loses the connection
after 61s
Again connects
Again sends:
	<resume xmlns='urn:xmpp:sm:3' h='0' previd='${Juliet's stream id}'/>
Again receives:
	<failed xmlns='urn:xmpp:sm:3' h='${Juliet's sent count}'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></failed>
