# XEP-0045 §17.4: requests go through the room to one session of an occupant or to his account, and answers come back, without real addresses
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
-----
Juliet sends:
	<iq type='set' id='v'><vCard xmlns='vcard-temp'><FN>Juliet Capulet</FN></vCard></iq>
Juliet receives:
	<iq type='result' id='v'/>
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
	<iq type='get' id='i0' to='garden@conference.example.org/Romeo'><query xmlns='jabber:iq:version'/></iq>
Juliet receives:
	<iq type='error' id='i0' from='garden@conference.example.org/Romeo'>
		<error type='cancel' by='garden@conference.example.org'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
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
	<iq type='get' id='i1' to='garden@conference.example.org/Tybalt'><query xmlns='jabber:iq:version'/></iq>
Romeo receives:
	<iq type='error' id='i1' from='garden@conference.example.org/Tybalt'>
		<error type='cancel' by='garden@conference.example.org'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
Juliet receives:
	<iq type='get' id='{capture:id}' from='garden@conference.example.org/Romeo' to='juliet@example.org/balcony'><query xmlns='jabber:iq:version'/></iq>
Juliet sends:
	<iq type='result' id='wrong' to='garden@conference.example.org/Romeo'><query xmlns='jabber:iq:version'/></iq>
	<iq type='result' id='${id}' to='garden@conference.example.org/Romeo'><query xmlns='jabber:iq:version'><name>Balcony</name></query></iq>
	<iq type='result' id='${id}' to='garden@conference.example.org/Romeo'><query xmlns='jabber:iq:version'><name>Twice</name></query></iq>
Romeo receives:
	<iq type='result' id='i1' from='garden@conference.example.org/Juliet' to='romeo@example.org/orchard'><query xmlns='jabber:iq:version'><name>Balcony</name></query></iq>
Romeo sends:
	<iq type='set' id='i2' to='garden@conference.example.org/Juliet'><query xmlns='urn:example:unknown'/></iq>
Juliet receives:
	<iq type='set' id='{capture:id}' from='garden@conference.example.org/Romeo'><query xmlns='urn:example:unknown'/></iq>
Juliet sends:
	<iq type='error' id='${id}' to='garden@conference.example.org/Romeo'><error type='cancel' by='juliet@example.org/balcony'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
Romeo receives:
	<iq type='error' id='i2' from='garden@conference.example.org/Juliet'><error type='cancel' by='{scansion:none}'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
# The account answers for itself.
Romeo sends:
	<iq type='get' id='i3' to='garden@conference.example.org/Juliet'><vCard xmlns='vcard-temp'/></iq>
Romeo receives:
	<iq type='result' id='i3' from='garden@conference.example.org/Juliet'><vCard xmlns='vcard-temp'><FN>Juliet Capulet</FN></vCard></iq>
# XEP-0410: the room knows whether somebody is in it. A ping for somebody else goes there.
Romeo sends:
	<iq type='get' id='i4' to='garden@conference.example.org/Romeo'><ping xmlns='urn:xmpp:ping'/></iq>
	<iq type='get' id='i5' to='garden@conference.example.org/Juliet'><ping xmlns='urn:xmpp:ping'/></iq>
	<iq type='get' id='i6' to='garden@conference.example.org/Juliet'><ping xmlns='urn:xmpp:ping'/></iq>
Romeo receives:
	<iq type='result' id='i4' from='garden@conference.example.org/Romeo'/>
Juliet receives:
	<iq type='get' from='garden@conference.example.org/Romeo'><ping xmlns='urn:xmpp:ping'/></iq>
	<iq type='get' from='garden@conference.example.org/Romeo'><ping xmlns='urn:xmpp:ping'/></iq>
# Who leaves answers nothing more.
Juliet sends:
	<presence to='garden@conference.example.org/Juliet' type='unavailable'/>
Juliet receives:
	<presence type='unavailable' from='garden@conference.example.org/Juliet'/>
Romeo receives:
	<presence type='unavailable' from='garden@conference.example.org/Juliet'/>
	<iq type='error' id='i5' from='garden@conference.example.org/Juliet'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='error' id='i6' from='garden@conference.example.org/Juliet'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
Juliet sends:
	<iq type='get' id='i7' to='garden@conference.example.org/Juliet'><ping xmlns='urn:xmpp:ping'/></iq>
Juliet receives:
	<iq type='error' id='i7' from='garden@conference.example.org/Juliet'>
		<error type='cancel' by='garden@conference.example.org'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
