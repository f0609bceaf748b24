# XEP-0045 §7.2.15: limits of history that are no limits, and other requests to enter that say nothing sensible
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
	<iq type='set' id='c' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#roomconfig</value></field></x></query></iq>
Romeo receives:
	<iq type='result' id='c' from='garden@conference.example.org'/>
Romeo sends:
	<message type='groupchat' to='garden@conference.example.org' id='m1'><body>one</body></message>
Romeo receives:
	<message type='groupchat' from='garden@conference.example.org/Romeo' id='m1'><body>one</body></message>
after 5s
Juliet sends:
	<presence id='b0' to='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc'><history maxstanzas='-1'/></x></presence>
	<presence id='b1' to='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc'><history maxchars='many'/></x></presence>
	<presence id='b2' to='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc'><history seconds='1e9'/></x></presence>
	<presence id='b3' to='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc'><history since='yesterday'/></x></presence>
	<presence id='b4' to='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc'><history since='2001-02-30T00:00:00Z'/></x></presence>
	<presence id='b5' to='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc'><history maxstanzas=''/></x></presence>
Juliet receives:
	<presence type='error' id='b0'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
	<presence type='error' id='b1'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
	<presence type='error' id='b2'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
	<presence type='error' id='b3'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
	<presence type='error' id='b4'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
	<presence type='error' id='b5'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
Juliet sends:
	<presence to='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc'><history maxstanzas='99999999999999' maxchars='99999999999' seconds='9223372036854775807'/></x></presence>
Juliet receives:
	<presence from='garden@conference.example.org/Romeo'/>
	<presence from='garden@conference.example.org/Juliet'/>
	<message type='groupchat' from='garden@conference.example.org/Romeo' id='m1'><body>one</body></message>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
Romeo receives:
	<presence from='garden@conference.example.org/Juliet'/>
Juliet sends:
	<presence type='unavailable' to='garden@conference.example.org/Juliet'/>
Juliet receives:
	<presence type='unavailable' from='garden@conference.example.org/Juliet'/>
Romeo receives:
	<presence type='unavailable' from='garden@conference.example.org/Juliet'/>
Juliet sends:
	<presence to='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc'><history since='0001-01-01T00:00:00Z'/></x></presence>
Juliet receives:
	<presence from='garden@conference.example.org/Romeo'/>
	<presence from='garden@conference.example.org/Juliet'/>
	<message type='groupchat' from='garden@conference.example.org/Romeo' id='m1'><body>one</body></message>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
Romeo receives:
	<presence from='garden@conference.example.org/Juliet'/>
Juliet sends:
	<presence type='unavailable' to='garden@conference.example.org/Juliet'/>
Juliet receives:
	<presence type='unavailable' from='garden@conference.example.org/Juliet'/>
Romeo receives:
	<presence type='unavailable' from='garden@conference.example.org/Juliet'/>
Juliet sends:
	<presence to='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc'><history since='9999-12-31T23:59:59Z'/></x></presence>
Juliet receives:
	<presence from='garden@conference.example.org/Romeo'/>
	<presence from='garden@conference.example.org/Juliet'/>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
Romeo receives:
	<presence from='garden@conference.example.org/Juliet'/>
Juliet sends:
	<presence type='unavailable' to='garden@conference.example.org/Juliet'/>
Juliet receives:
	<presence type='unavailable' from='garden@conference.example.org/Juliet'/>
Romeo receives:
	<presence type='unavailable' from='garden@conference.example.org/Juliet'/>
Juliet sends:
	<presence to='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc'><history seconds='0'/></x></presence>
Juliet receives:
	<presence from='garden@conference.example.org/Romeo'/>
	<presence from='garden@conference.example.org/Juliet'/>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
Romeo receives:
	<presence from='garden@conference.example.org/Juliet'/>
Juliet sends:
	<presence type='unavailable' to='garden@conference.example.org/Juliet'/>
Juliet receives:
	<presence type='unavailable' from='garden@conference.example.org/Juliet'/>
Romeo receives:
	<presence type='unavailable' from='garden@conference.example.org/Juliet'/>
Juliet sends:
	<presence to='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc'><history maxchars='0'/></x></presence>
Juliet receives:
	<presence from='garden@conference.example.org/Romeo'/>
	<presence from='garden@conference.example.org/Juliet'/>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
Romeo receives:
	<presence from='garden@conference.example.org/Juliet'/>
Juliet sends:
	<presence type='unavailable' to='garden@conference.example.org/Juliet'/>
Juliet receives:
	<presence type='unavailable' from='garden@conference.example.org/Juliet'/>
Romeo receives:
	<presence type='unavailable' from='garden@conference.example.org/Juliet'/>
Juliet sends:
	<presence to='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc'><history maxstanzas='0'/></x></presence>
Juliet receives:
	<presence from='garden@conference.example.org/Romeo'/>
	<presence from='garden@conference.example.org/Juliet'/>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
Romeo receives:
	<presence from='garden@conference.example.org/Juliet'/>
Juliet sends:
	<presence type='unavailable' to='garden@conference.example.org/Juliet'/>
Juliet receives:
	<presence type='unavailable' from='garden@conference.example.org/Juliet'/>
Romeo receives:
	<presence type='unavailable' from='garden@conference.example.org/Juliet'/>
Juliet sends:
	<presence to='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc'><history maxchars='20'/></x></presence>
Juliet receives:
	<presence from='garden@conference.example.org/Romeo'/>
	<presence from='garden@conference.example.org/Juliet'/>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
Romeo receives:
	<presence from='garden@conference.example.org/Juliet'/>
Juliet sends:
	<presence type='unavailable' to='garden@conference.example.org/Juliet'/>
Juliet receives:
	<presence type='unavailable' from='garden@conference.example.org/Juliet'/>
Romeo receives:
	<presence type='unavailable' from='garden@conference.example.org/Juliet'/>
