# XEP-0045 §8.2: a moderator puts somebody out; he may come again
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
[Client] Tybalt
	jid: tybalt@example.org/street
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
Romeo sends:
	<iq type='set' id='a1' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item nick='Tybalt' role='none'><reason>Put up your sword</reason></item></query></iq>
Romeo receives:
	<iq type='result' id='a1' from='garden@conference.example.org'/>
	<presence from='garden@conference.example.org/Tybalt' type='unavailable'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='none' jid='tybalt@example.org/street'><actor nick='Romeo'/><reason>Put up your sword</reason></item><status code='307'/></x></presence>
Juliet receives:
	<presence from='garden@conference.example.org/Tybalt' type='unavailable'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='none'><actor nick='Romeo'/><reason>Put up your sword</reason></item><status code='307'/></x></presence>
Tybalt receives:
	<presence from='garden@conference.example.org/Tybalt' type='unavailable'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='none' jid='tybalt@example.org/street'><actor nick='Romeo'/><reason>Put up your sword</reason></item><status code='110'/><status code='307'/></x></presence>
Tybalt sends:
	<message to='garden@conference.example.org' type='groupchat' id='m1'><body>Why?</body></message>
Tybalt receives:
	<message from='garden@conference.example.org' type='error' id='m1'><error type='modify'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
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
# §8.2: himself, as on IRC
Romeo sends:
	<iq type='set' id='a2' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item nick='Romeo' role='none'/></query></iq>
Romeo receives:
	<iq type='result' id='a2' from='garden@conference.example.org'/>
	<presence from='garden@conference.example.org/Romeo' type='unavailable'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='owner' role='none' jid='romeo@example.org/orchard'><actor nick='Romeo'/></item><status code='110'/><status code='307'/></x></presence>
Juliet receives:
	<presence from='garden@conference.example.org/Romeo' type='unavailable'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='owner' role='none'><actor nick='Romeo'/></item><status code='307'/></x></presence>
Tybalt receives:
	<presence from='garden@conference.example.org/Romeo' type='unavailable'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='owner' role='none'><actor nick='Romeo'/></item><status code='307'/></x></presence>
