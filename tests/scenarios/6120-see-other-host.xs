# RFC 6120 §4.9.3.19: the clients of a host that moves are told where, before anything else; other hosts' clients are not
## prosody: it is told otherwise
[Server]
	see other host example.org: verona.example.net:5222
[Client] Romeo
	jid: romeo@example.org/orchard
	raw: true
[Client] Benvolio
	jid: benvolio@example.net/street
-----
Romeo opens a stream
Romeo receives a stream header
Romeo receives:
	<stream:error><see-other-host xmlns='urn:ietf:params:xml:ns:xmpp-streams'>verona.example.net:5222</see-other-host></stream:error>
Romeo is disconnected
Benvolio sends:
	<presence/>
Benvolio receives:
	<presence from='benvolio@example.net/street'/>
