# XEP-0045 §17.4: a request that nobody answers does not wait for ever, and there are not too many
## sockets: it moves the clock past the server's own pings
[Server]
	option rooms maxRequestsPerSession: 1
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
-----
Romeo sends:
	<presence to='garden@conference.example.org/Romeo'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Romeo receives:
	<presence from='garden@conference.example.org/Romeo'/>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
Romeo sends:
	<iq type='set' id='c1' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'/></query></iq>
Romeo receives:
	<iq type='result' id='c1' from='garden@conference.example.org'/>
Juliet sends:
	<presence to='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Juliet receives:
	<presence from='garden@conference.example.org/Romeo'/>
	<presence from='garden@conference.example.org/Juliet'/>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
Romeo receives:
	<presence from='garden@conference.example.org/Juliet'/>
Romeo sends:
	<iq type='get' id='i1' to='garden@conference.example.org/Juliet'><query xmlns='jabber:iq:version'/></iq>
	<iq type='get' id='i2' to='garden@conference.example.org/Juliet'><query xmlns='jabber:iq:version'/></iq>
Romeo receives:
	<iq type='error' id='i2' from='garden@conference.example.org/Juliet'><error type='wait'><resource-constraint xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
Juliet receives:
	<iq type='get' from='garden@conference.example.org/Romeo'><query xmlns='jabber:iq:version'/></iq>
after 3m
Romeo receives:
	<iq type='error' id='i1' from='garden@conference.example.org/Juliet'><error type='wait'><remote-server-timeout xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
