# XEP-0045 §9.1, §9.2: somebody is banned, under all his nicknames, and the ban is lifted
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
[Client] Tybalt
	jid: tybalt@example.org/street
[Client] Angry
	jid: tybalt@example.org/mask
-----
Romeo sends:
	<presence to='garden@conference.example.org/Romeo'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Romeo receives:
	<presence from='garden@conference.example.org/Romeo'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='owner' role='moderator' jid='romeo@example.org/orchard'/><status code='110'/><status code='201'/></x></presence>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
Romeo sends:
	<iq type='set' id='c' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'/></query></iq>
Romeo receives:
	<iq type='result' id='c' from='garden@conference.example.org'/>
Juliet sends:
	<presence to='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Juliet receives:
	<presence from='garden@conference.example.org/Romeo'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='owner' role='moderator'/></x></presence>
	<presence from='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant' jid='juliet@example.org/balcony'/><status code='110'/></x></presence>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
Romeo receives:
	<presence from='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant' jid='juliet@example.org/balcony'/></x></presence>
Tybalt sends:
	<presence to='garden@conference.example.org/Tybalt'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Tybalt receives:
	<presence from='garden@conference.example.org/Romeo'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='owner' role='moderator'/></x></presence>
	<presence from='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant'/></x></presence>
	<presence from='garden@conference.example.org/Tybalt'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant' jid='tybalt@example.org/street'/><status code='110'/></x></presence>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
Romeo receives:
	<presence from='garden@conference.example.org/Tybalt'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant' jid='tybalt@example.org/street'/></x></presence>
Juliet receives:
	<presence from='garden@conference.example.org/Tybalt'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant'/></x></presence>
Angry sends:
	<presence to='garden@conference.example.org/Angry'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Angry receives:
	<presence from='garden@conference.example.org/Romeo'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='owner' role='moderator'/></x></presence>
	<presence from='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant'/></x></presence>
	<presence from='garden@conference.example.org/Tybalt'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant'/></x></presence>
	<presence from='garden@conference.example.org/Angry'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant' jid='tybalt@example.org/mask'/><status code='110'/></x></presence>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
Romeo receives:
	<presence from='garden@conference.example.org/Angry'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant' jid='tybalt@example.org/mask'/></x></presence>
Juliet receives:
	<presence from='garden@conference.example.org/Angry'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant'/></x></presence>
Tybalt receives:
	<presence from='garden@conference.example.org/Angry'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant'/></x></presence>
Romeo sends:
	<iq type='set' id='a1' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='outcast' jid='tybalt@example.org'><reason>Treason</reason></item></query></iq>
Romeo receives:
	<iq type='result' id='a1' from='garden@conference.example.org'/>
	<presence from='garden@conference.example.org/Tybalt' type='unavailable'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='outcast' role='none' jid='tybalt@example.org/street'><actor nick='Romeo'/><reason>Treason</reason></item><status code='301'/></x></presence>
	<presence from='garden@conference.example.org/Angry' type='unavailable'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='outcast' role='none' jid='tybalt@example.org/mask'><actor nick='Romeo'/><reason>Treason</reason></item><status code='301'/></x></presence>
Juliet receives:
	<presence from='garden@conference.example.org/Tybalt' type='unavailable'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='outcast' role='none'><actor nick='Romeo'/><reason>Treason</reason></item><status code='301'/></x></presence>
	<presence from='garden@conference.example.org/Angry' type='unavailable'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='outcast' role='none'><actor nick='Romeo'/><reason>Treason</reason></item><status code='301'/></x></presence>
Tybalt receives:
	<presence from='garden@conference.example.org/Tybalt' type='unavailable'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='outcast' role='none' jid='tybalt@example.org/street'><actor nick='Romeo'/><reason>Treason</reason></item><status code='110'/><status code='301'/></x></presence>
Angry receives:
	<presence from='garden@conference.example.org/Tybalt' type='unavailable'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='outcast' role='none'><actor nick='Romeo'/><reason>Treason</reason></item><status code='301'/></x></presence>
	<presence from='garden@conference.example.org/Angry' type='unavailable'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='outcast' role='none' jid='tybalt@example.org/mask'><actor nick='Romeo'/><reason>Treason</reason></item><status code='110'/><status code='301'/></x></presence>
Tybalt sends:
	<presence to='garden@conference.example.org/Tybalt' id='e2'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Tybalt receives:
	<presence type='error' from='garden@conference.example.org/Tybalt' id='e2'><error type='auth' by='garden@conference.example.org'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
Angry sends:
	<presence to='garden@conference.example.org/Angry' id='e3'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Angry receives:
	<presence type='error' from='garden@conference.example.org/Angry' id='e3'><error type='auth' by='garden@conference.example.org'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
Romeo sends:
	<iq type='get' id='a4' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='outcast'/></query></iq>
Romeo receives:
	<iq type='result' id='a4' from='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='outcast' jid='tybalt@example.org'><reason>Treason</reason></item></query></iq>
Juliet sends:
	<iq type='get' id='a5' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='outcast'/></query></iq>
Juliet receives:
	<iq type='error' id='a5' from='garden@conference.example.org'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
# by nickname, of somebody who is there
Romeo sends:
	<iq type='set' id='a6' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='outcast' nick='Juliet'/></query></iq>
Romeo receives:
	<iq type='result' id='a6' from='garden@conference.example.org'/>
	<presence from='garden@conference.example.org/Juliet' type='unavailable'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='outcast' role='none' jid='juliet@example.org/balcony'><actor nick='Romeo'/></item><status code='301'/></x></presence>
Juliet receives:
	<presence from='garden@conference.example.org/Juliet' type='unavailable'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='outcast' role='none' jid='juliet@example.org/balcony'><actor nick='Romeo'/></item><status code='110'/><status code='301'/></x></presence>
Romeo sends:
	<iq type='set' id='a7' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='none' jid='juliet@example.org'/><item affiliation='none' jid='tybalt@example.org'/></query></iq>
Romeo receives:
	<iq type='result' id='a7' from='garden@conference.example.org'/>
	<message from='garden@conference.example.org'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='none' jid='juliet@example.org'/></x></message>
	<message from='garden@conference.example.org'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='none' jid='tybalt@example.org'/></x></message>
Romeo sends:
	<iq type='get' id='a8' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='outcast'/></query></iq>
Romeo receives:
	<iq type='result' id='a8' from='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'/></iq>
Tybalt sends:
	<presence to='garden@conference.example.org/Tybalt'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Tybalt receives:
	<presence from='garden@conference.example.org/Romeo'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='owner' role='moderator'/></x></presence>
	<presence from='garden@conference.example.org/Tybalt'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant' jid='tybalt@example.org/street'/><status code='110'/></x></presence>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
Romeo receives:
	<presence from='garden@conference.example.org/Tybalt'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant' jid='tybalt@example.org/street'/></x></presence>
