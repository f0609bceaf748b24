# XEP-0045 §7.8.2: who is banned writes to nobody through a room; who is not, only to those who could have invited him
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
[Client] Nurse
	jid: nurse@example.org/house
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
	<iq type='set' id='b' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item jid='juliet@example.org' affiliation='outcast'/></query></iq>
Romeo receives:
	<iq type='result' id='b' from='garden@conference.example.org'/>
	<message from='garden@conference.example.org'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='outcast' role='none' jid='juliet@example.org'/></x></message>
Juliet sends:
	<message id='d1' to='garden@conference.example.org'><x xmlns='http://jabber.org/protocol/muc#user'><decline to='romeo@example.org'><reason>Sorry</reason></decline></x></message>
Juliet receives:
	<message type='error' id='d1' from='garden@conference.example.org'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
Nurse sends:
	<message id='d2' to='garden@conference.example.org'><x xmlns='http://jabber.org/protocol/muc#user'><decline to='juliet@example.org'><reason>Sorry</reason></decline></x></message>
	<message id='d3' to='garden@conference.example.org'><x xmlns='http://jabber.org/protocol/muc#user'><decline to='garden@conference.example.org/Mercutio'><reason>Sorry</reason></decline></x></message>
	<message id='d4' to='garden@conference.example.org'><x xmlns='http://jabber.org/protocol/muc#user'><decline/></x></message>
	<message id='d5' to='garden@conference.example.org'><x xmlns='http://jabber.org/protocol/muc#user'><invite to='juliet@example.org'/></x></message>
Nurse receives:
	<message type='error' id='d2'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
	<message type='error' id='d3'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
	<message type='error' id='d4'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
	<message type='error' id='d5'><error type='modify'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
Romeo sends:
	<message id='i1' to='garden@conference.example.org'><x xmlns='http://jabber.org/protocol/muc#user'><invite to='w0@example.com'/><invite to='w1@example.com'/><invite to='w2@example.com'/><invite to='w3@example.com'/><invite to='w4@example.com'/><invite to='w5@example.com'/><invite to='w6@example.com'/><invite to='w7@example.com'/><invite to='w8@example.com'/><invite to='w9@example.com'/><invite to='w10@example.com'/><invite to='w11@example.com'/><invite to='w12@example.com'/><invite to='w13@example.com'/><invite to='w14@example.com'/><invite to='w15@example.com'/><invite to='w16@example.com'/><invite to='w17@example.com'/><invite to='w18@example.com'/><invite to='w19@example.com'/><invite to='w20@example.com'/></x></message>
	<message id='i2' to='garden@conference.example.org'><x xmlns='http://jabber.org/protocol/muc#user'><invite/></x></message>
	<message id='i3' to='garden@conference.example.org'><x xmlns='http://jabber.org/protocol/muc#user'><invite to='example.com'/></x></message>
	<message id='i4' to='garden@conference.example.org'><x xmlns='http://jabber.org/protocol/muc#user'><invite to='garden@conference.example.org'/></x></message>
	<message id='i5' to='garden@conference.example.org'><x xmlns='http://jabber.org/protocol/muc#user'><invite to='juliet@example.org'/></x></message>
	<message id='i6' to='garden@conference.example.org'><x xmlns='http://jabber.org/protocol/muc#user'><invite to='@'/></x></message>
Romeo receives:
	<message type='error' id='i1'><error type='modify'><policy-violation xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
	<message type='error' id='i2'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
	<message type='error' id='i3'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
	<message type='error' id='i4'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
	<message type='error' id='i5'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
	<message type='error' id='i6'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
# §7.2.9, XEP-0313 §6.1.2, XEP-0486, §7.10: to somebody who is banned the room says nothing of what is inside
Juliet sends:
	<iq type='set' id='q1' to='garden@conference.example.org'><query xmlns='urn:xmpp:mam:2'/></iq>
	<iq type='get' id='q2' to='garden@conference.example.org'><vCard xmlns='vcard-temp'/></iq>
	<iq type='get' id='q3' to='garden@conference.example.org'><query xmlns='jabber:iq:register'/></iq>
	<iq type='get' id='q4' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='outcast'/></query></iq>
	<iq type='get' id='q5' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/disco#items'/></iq>
	<iq type='get' id='q6' to='garden@conference.example.org/Romeo'><query xmlns='http://jabber.org/protocol/disco#items'/></iq>
	<iq type='get' id='q7' to='garden@conference.example.org/Romeo'><vCard xmlns='vcard-temp'/></iq>
Juliet receives in any order:
	<iq type='error' id='q1' from='garden@conference.example.org'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='error' id='q2' from='garden@conference.example.org'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='error' id='q3' from='garden@conference.example.org'><error type='cancel'><not-allowed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='error' id='q4' from='garden@conference.example.org'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='result' id='q5'><query xmlns='http://jabber.org/protocol/disco#items'/></iq>
	<iq type='error' id='q6'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='error' id='q7'><error type='cancel'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
