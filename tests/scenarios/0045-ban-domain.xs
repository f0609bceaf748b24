# XEP-0045 §9.2: a domain is banned, with all its users who are not named
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.net/balcony
[Client] Tybalt
	jid: tybalt@example.net/street
[Client] Mercutio
	jid: mercutio@example.net/square
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
	<presence from='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant' jid='juliet@example.net/balcony'/><status code='110'/></x></presence>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
Romeo receives:
	<presence from='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant' jid='juliet@example.net/balcony'/></x></presence>
Tybalt sends:
	<presence to='garden@conference.example.org/Tybalt'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Tybalt receives:
	<presence from='garden@conference.example.org/Romeo'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='owner' role='moderator'/></x></presence>
	<presence from='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant'/></x></presence>
	<presence from='garden@conference.example.org/Tybalt'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant' jid='tybalt@example.net/street'/><status code='110'/></x></presence>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
Romeo receives:
	<presence from='garden@conference.example.org/Tybalt'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant' jid='tybalt@example.net/street'/></x></presence>
Juliet receives:
	<presence from='garden@conference.example.org/Tybalt'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant'/></x></presence>
Romeo sends:
	<iq type='set' id='a1' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='member' jid='juliet@example.net'/></query></iq>
Romeo receives:
	<iq type='result' id='a1' from='garden@conference.example.org'/>
	<presence from='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='member' role='participant' jid='juliet@example.net/balcony'><actor nick='Romeo'/></item></x></presence>
Juliet receives:
	<presence from='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='member' role='participant' jid='juliet@example.net/balcony'><actor nick='Romeo'/></item><status code='110'/></x></presence>
Tybalt receives:
	<presence from='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='member' role='participant'><actor nick='Romeo'/></item></x></presence>
Romeo sends:
	<iq type='set' id='a2' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='outcast' jid='example.net'/></query></iq>
Romeo receives:
	<iq type='result' id='a2' from='garden@conference.example.org'/>
	<presence from='garden@conference.example.org/Tybalt' type='unavailable'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='outcast' role='none' jid='tybalt@example.net/street'><actor nick='Romeo'/></item><status code='301'/></x></presence>
Juliet receives:
	<presence from='garden@conference.example.org/Tybalt' type='unavailable'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='outcast' role='none'><actor nick='Romeo'/></item><status code='301'/></x></presence>
Tybalt receives:
	<presence from='garden@conference.example.org/Tybalt' type='unavailable'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='outcast' role='none' jid='tybalt@example.net/street'><actor nick='Romeo'/></item><status code='110'/><status code='301'/></x></presence>
Mercutio sends:
	<presence to='garden@conference.example.org/Mercutio' id='e3'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Mercutio receives:
	<presence type='error' from='garden@conference.example.org/Mercutio' id='e3'><error type='auth' by='garden@conference.example.org'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
Romeo sends:
	<iq type='get' id='a4' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='outcast'/></query></iq>
Romeo receives:
	<iq type='result' id='a4' from='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='outcast' jid='example.net'/></query></iq>
# who is not named any more is one of them
Romeo sends:
	<iq type='set' id='a5' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='none' jid='juliet@example.net'/></query></iq>
Romeo receives:
	<iq type='result' id='a5' from='garden@conference.example.org'/>
	<presence from='garden@conference.example.org/Juliet' type='unavailable'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='outcast' role='none' jid='juliet@example.net/balcony'><actor nick='Romeo'/></item><status code='301'/></x></presence>
Juliet receives:
	<presence from='garden@conference.example.org/Juliet' type='unavailable'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='outcast' role='none' jid='juliet@example.net/balcony'><actor nick='Romeo'/></item><status code='110'/><status code='301'/></x></presence>
Romeo sends:
	<iq type='set' id='a6' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='member' jid='example.net'/></query></iq>
Romeo receives:
	<iq type='error' id='a6' from='garden@conference.example.org'><error type='modify'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
Romeo sends:
	<iq type='set' id='a7' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='none' jid='example.net'/></query></iq>
Romeo receives:
	<iq type='result' id='a7' from='garden@conference.example.org'/>
	<message from='garden@conference.example.org'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='none' jid='example.net'/></x></message>
Mercutio sends:
	<presence to='garden@conference.example.org/Mercutio'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Mercutio receives:
	<presence from='garden@conference.example.org/Romeo'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='owner' role='moderator'/></x></presence>
	<presence from='garden@conference.example.org/Mercutio'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant' jid='mercutio@example.net/square'/><status code='110'/></x></presence>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
Romeo receives:
	<presence from='garden@conference.example.org/Mercutio'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant' jid='mercutio@example.net/square'/></x></presence>
