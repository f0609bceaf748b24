# XEP-0045 §13.5: what is too long is refused: nicknames, subjects, messages, presences, reasons, forms
[Server]
	option rooms maxNicknameLength: 8
	option rooms maxSubjectBytes: 512
	option rooms maxMessageBytes: 1024
	option rooms maxPresenceBytes: 1024
	option rooms maxReasonLength: 10
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
	<iq type='set' id='c' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#roomconfig</value></field><field var='muc#roomconfig_changesubject'><value>1</value></field></x></query></iq>
Romeo receives:
	<iq type='result' id='c' from='garden@conference.example.org'/>
Juliet sends:
	<presence id='p1' to='garden@conference.example.org/Juliet-Capulet'><x xmlns='http://jabber.org/protocol/muc'/></presence>
	<presence id='p2' to='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc'/><status>{repeat 1100 x}</status></presence>
	<presence id='p3' to='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc'><password>{repeat 1100 x}</password></x></presence>
	<presence id='p4' to='garden@conference.example.org/{repeat 1024 x}'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Juliet receives in any order:
	<presence type='error' id='p1'><error type='modify'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
	<presence type='error' id='p2'><error type='modify'><policy-violation xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
	<presence type='error' id='p3'><error type='modify'><policy-violation xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
	<presence type='error' id='p4'><error type='modify'><jid-malformed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
Juliet sends:
	<presence to='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Juliet receives:
	<presence from='garden@conference.example.org/Romeo'/>
	<presence from='garden@conference.example.org/Juliet'/>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
Romeo receives:
	<presence from='garden@conference.example.org/Juliet'/>
Juliet sends:
	<presence id='n1' to='garden@conference.example.org/Juliet-Capulet'/>
	<presence id='n2' to='garden@conference.example.org/Juliet'><status>{repeat 1100 x}</status></presence>
	<message type='groupchat' to='garden@conference.example.org' id='m1'><subject>{repeat 600 x}</subject></message>
	<message type='groupchat' to='garden@conference.example.org' id='m2'><body>{repeat 1100 x}</body></message>
Juliet receives:
	<presence type='error' id='n1'><error type='modify'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
	<presence type='error' id='n2'><error type='modify'><policy-violation xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
	<message type='error' id='m1'><error type='modify'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
	<message type='error' id='m2'><error type='modify'><policy-violation xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
# A subject with a body is a message: it may be longer
Juliet sends:
	<message type='groupchat' to='garden@conference.example.org' id='m3'><subject>{repeat 600 x}</subject><body>x</body></message>
Juliet receives:
	<message type='groupchat' id='m3' from='garden@conference.example.org/Juliet'/>
Romeo receives:
	<message type='groupchat' id='m3' from='garden@conference.example.org/Juliet'/>
Romeo sends:
	<iq type='set' id='k1' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item nick='Juliet' role='none'><reason>Avaunt, you cullion!</reason></item></query></iq>
	<iq type='set' id='k2' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item jid='juliet@example.org' affiliation='member' nick='Juliet-Capulet'/></query></iq>
	<iq type='set' id='k3' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#owner'><destroy><reason>Macbeth doth come.</reason></destroy></query></iq>
	<iq type='set' id='k4' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#roomconfig</value></field><field var='muc#roomconfig_roomname'><value>{repeat 1001 x}</value></field></x></query></iq>
	<iq type='set' id='k5' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#roomconfig</value></field><field var='muc#roomconfig_passwordprotectedroom'><value>1</value></field><field var='muc#roomconfig_roomsecret'><value>{repeat 257 x}</value></field></x></query></iq>
Romeo receives:
	<iq type='error' id='k1' from='garden@conference.example.org'><error type='modify'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='error' id='k2' from='garden@conference.example.org'><error type='modify'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='error' id='k3' from='garden@conference.example.org'><error type='modify'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='error' id='k4' from='garden@conference.example.org'><error type='modify'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='error' id='k5' from='garden@conference.example.org'><error type='modify'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
Juliet receives: nothing
