# XEP-0045 §13.5: nicknames that look like another's, or like nothing; floods are refused, and later welcome again
[Server]
	option rooms presencesPerMinute: 2
	option rooms messagesPerMinute: 1
	option rooms invitationsPerMinute: 1
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
-----
Juliet sends:
	<presence/>
Juliet receives:
	<presence/>
Romeo sends:
	<presence to='garden@conference.example.org/Romeo'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Romeo receives:
	<presence from='garden@conference.example.org/Romeo'/>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
Romeo sends:
	<iq type='set' id='c' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'/></query></iq>
Romeo receives:
	<iq type='result' id='c' from='garden@conference.example.org'/>
Juliet sends:
	<presence to='garden@conference.example.org/Rоmeo' id='p1'><x xmlns='http://jabber.org/protocol/muc'/></presence>
	<presence to='garden@conference.example.org/Romeo ' id='p2'><x xmlns='http://jabber.org/protocol/muc'/></presence>
	<presence to='garden@conference.example.org/Romeo' id='p3'><x xmlns='http://jabber.org/protocol/muc'/></presence>
	<presence to='garden@conference.example.org/  ' id='p4'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Juliet receives:
	<presence type='error' id='p1'><error type='cancel'><conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
	<presence type='error' id='p2'><error type='cancel'><conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
	<presence type='error' id='p3'><error type='cancel'><conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
	<presence type='error' id='p4'><error type='modify'><jid-malformed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
Romeo sends:
	<presence to='garden@conference.example.org/Romeo'><show>away</show></presence>
Romeo receives:
	<presence from='garden@conference.example.org/Romeo'><show>away</show></presence>
Romeo sends:
	<presence to='garden@conference.example.org/Romeo'><show>dnd</show></presence>
Romeo receives:
	<presence from='garden@conference.example.org/Romeo'><show>dnd</show></presence>
Romeo sends:
	<presence to='garden@conference.example.org/Romeo' id='s3'><show>xa</show></presence>
Romeo receives:
	<presence type='error' id='s3'><error type='wait'><policy-violation xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
Romeo sends:
	<message to='garden@conference.example.org' type='groupchat' id='m1'><body>1</body></message>
	<message to='garden@conference.example.org' type='groupchat' id='m2'><body>2</body></message>
	<message to='garden@conference.example.org' id='i1'><x xmlns='http://jabber.org/protocol/muc#user'><invite to='juliet@example.org'/></x></message>
	<message to='garden@conference.example.org' id='i2'><x xmlns='http://jabber.org/protocol/muc#user'><invite to='juliet@example.org'/></x></message>
Romeo receives in any order:
	<message from='garden@conference.example.org/Romeo' type='groupchat' id='m1'><body>1</body></message>
	<message type='error' id='m2'><error type='wait'><policy-violation xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
	<message type='error' id='i2'><error type='wait'><policy-violation xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
Juliet receives:
	<message id='i1' from='garden@conference.example.org'><x xmlns='http://jabber.org/protocol/muc#user'><invite from='romeo@example.org'/></x></message>
after 61s
Romeo sends:
	<message to='garden@conference.example.org' type='groupchat' id='m3'><body>3</body></message>
Romeo receives:
	<message from='garden@conference.example.org/Romeo' type='groupchat' id='m3'><body>3</body></message>
