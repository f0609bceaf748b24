# XEP-0198 §5, §6: a count too high ends the stream here too, and the session with it
[Client] Juliet
	jid: juliet@example.org/balcony
	management: true
[Client] Again
	jid: juliet@example.org/balcony
	raw: sasl
[Client] Third
	jid: juliet@example.org/balcony
	raw: sasl
-----
Juliet loses the connection
Again connects
Again sends:
	<resume xmlns='urn:xmpp:sm:3' h='1000' previd='${Juliet's stream id}'/>
Again receives:
	<stream:error><undefined-condition xmlns='urn:ietf:params:xml:ns:xmpp-streams'/><text xmlns='urn:ietf:params:xml:ns:xmpp-streams' xml:lang='en'>{scansion:any}</text>
		<handled-count-too-high xmlns='urn:xmpp:sm:3' h='1000' send-count='${Juliet's count}'/></stream:error>
Again is disconnected
Third sends:
	<resume xmlns='urn:xmpp:sm:3' h='0' previd='${Juliet's stream id}'/>
Third receives:
	<failed xmlns='urn:xmpp:sm:3'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></failed>
