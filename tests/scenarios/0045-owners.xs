# XEP-0045 §10.3, §10.4, §10.5: owners are added and removed, and never the last
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
[Client] Nurse
	jid: nurse@example.org/kitchen
[Client] Tybalt
	jid: tybalt@example.org/street
-----
Nurse sends:
	<presence/>
Nurse receives:
	<presence from='nurse@example.org/kitchen'/>
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
	<iq type='set' id='a1' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='admin' jid='romeo@example.org'/></query></iq>
Romeo receives:
	<iq type='error' id='a1' from='garden@conference.example.org'><error type='cancel'><conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
Romeo sends:
	<iq type='set' id='a2' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='none' jid='romeo@example.org'/><item affiliation='admin' jid='juliet@example.org'/></query></iq>
Romeo receives:
	<iq type='error' id='a2' from='garden@conference.example.org'><error type='cancel'><conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
Romeo sends:
	<iq type='set' id='a3' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='owner' jid='juliet@example.org/balcony'><reason>Love</reason></item></query></iq>
Romeo receives:
	<iq type='result' id='a3' from='garden@conference.example.org'/>
	<presence from='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='owner' role='moderator' jid='juliet@example.org/balcony'><actor nick='Romeo'/><reason>Love</reason></item></x></presence>
Juliet receives:
	<presence from='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='owner' role='moderator' jid='juliet@example.org/balcony'><actor nick='Romeo'/><reason>Love</reason></item><status code='110'/></x></presence>
	<presence from='garden@conference.example.org/Romeo'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='owner' role='moderator' jid='romeo@example.org/orchard'/></x></presence>
	<presence from='garden@conference.example.org/Tybalt'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant' jid='tybalt@example.org/street'/></x></presence>
Tybalt receives:
	<presence from='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='owner' role='moderator'><actor nick='Romeo'/><reason>Love</reason></item></x></presence>
Juliet sends:
	<iq type='get' id='a4' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='owner'/></query></iq>
Juliet receives:
	<iq type='result' id='a4' from='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='owner' jid='juliet@example.org' nick='Juliet'/><item affiliation='owner' jid='romeo@example.org' nick='Romeo'/></query></iq>
Tybalt sends:
	<iq type='get' id='a5' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='owner'/></query></iq>
Tybalt receives:
	<iq type='error' id='a5' from='garden@conference.example.org'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
Romeo sends:
	<iq type='set' id='a6' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='admin' jid='romeo@example.org'/></query></iq>
Romeo receives:
	<iq type='result' id='a6' from='garden@conference.example.org'/>
	<presence from='garden@conference.example.org/Romeo'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='admin' role='moderator' jid='romeo@example.org/orchard'><actor nick='Romeo'/></item><status code='110'/></x></presence>
Juliet receives:
	<presence from='garden@conference.example.org/Romeo'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='admin' role='moderator' jid='romeo@example.org/orchard'><actor nick='Romeo'/></item></x></presence>
Tybalt receives:
	<presence from='garden@conference.example.org/Romeo'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='admin' role='moderator'><actor nick='Romeo'/></item></x></presence>
# §10.5, in a semi-anonymous room; §10.3, §10.6
Romeo sends:
	<iq type='get' id='a7' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='owner'/></query></iq>
Romeo receives:
	<iq type='error' id='a7' from='garden@conference.example.org'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
Romeo sends:
	<iq type='set' id='a8' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='owner' jid='romeo@example.org'/></query></iq>
Romeo receives:
	<iq type='error' id='a8' from='garden@conference.example.org'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
Romeo sends:
	<iq type='set' id='a9' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='admin' jid='tybalt@example.org'/></query></iq>
Romeo receives:
	<iq type='error' id='a9' from='garden@conference.example.org'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
Romeo sends:
	<iq type='set' id='a10' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='none' jid='juliet@example.org'/></query></iq>
Romeo receives:
	<iq type='error' id='a10' from='garden@conference.example.org'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
Juliet sends:
	<iq type='set' id='a11' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='none' jid='juliet@example.org'/></query></iq>
Juliet receives:
	<iq type='error' id='a11' from='garden@conference.example.org'><error type='cancel'><conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
Juliet sends:
	<iq type='set' id='a12' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='owner' jid='nurse@example.org'/></query></iq>
Juliet receives:
	<iq type='result' id='a12' from='garden@conference.example.org'/>
	<message from='garden@conference.example.org'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='owner' role='none' jid='nurse@example.org'/></x></message>
Nurse receives:
	<message from='garden@conference.example.org'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='owner' role='none'/><status code='101'/></x></message>
# an owner removes another, and himself as long as there is one
Nurse sends:
	<iq type='set' id='a13' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='none' jid='nurse@example.org'/><item affiliation='none' jid='juliet@example.org'/></query></iq>
Nurse receives:
	<iq type='error' id='a13' from='garden@conference.example.org'><error type='cancel'><conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
Nurse sends:
	<iq type='set' id='a14' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='none' jid='juliet@example.org'/></query></iq>
Nurse receives:
	<iq type='result' id='a14' from='garden@conference.example.org'/>
Romeo receives:
	<presence from='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant' jid='juliet@example.org/balcony'/></x></presence>
Juliet receives:
	<presence from='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant' jid='juliet@example.org/balcony'/><status code='110'/></x></presence>
Tybalt receives:
	<presence from='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant'/></x></presence>
