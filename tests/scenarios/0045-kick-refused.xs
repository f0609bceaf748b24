# XEP-0045 §8.2: who may not put whom out
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
[Client] Nurse
	jid: nurse@example.org/kitchen
[Client] Tybalt
	jid: tybalt@example.org/street
[Client] Benvolio
	jid: benvolio@example.org/square
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
Nurse sends:
	<presence to='garden@conference.example.org/Nurse'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Nurse receives:
	<presence from='garden@conference.example.org/Romeo'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='owner' role='moderator'/></x></presence>
	<presence from='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant'/></x></presence>
	<presence from='garden@conference.example.org/Nurse'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant' jid='nurse@example.org/kitchen'/><status code='110'/></x></presence>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
Romeo receives:
	<presence from='garden@conference.example.org/Nurse'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant' jid='nurse@example.org/kitchen'/></x></presence>
Juliet receives:
	<presence from='garden@conference.example.org/Nurse'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant'/></x></presence>
Tybalt sends:
	<presence to='garden@conference.example.org/Tybalt'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Tybalt receives:
	<presence from='garden@conference.example.org/Romeo'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='owner' role='moderator'/></x></presence>
	<presence from='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant'/></x></presence>
	<presence from='garden@conference.example.org/Nurse'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant'/></x></presence>
	<presence from='garden@conference.example.org/Tybalt'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant' jid='tybalt@example.org/street'/><status code='110'/></x></presence>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
Romeo receives:
	<presence from='garden@conference.example.org/Tybalt'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant' jid='tybalt@example.org/street'/></x></presence>
Juliet receives:
	<presence from='garden@conference.example.org/Tybalt'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant'/></x></presence>
Nurse receives:
	<presence from='garden@conference.example.org/Tybalt'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant'/></x></presence>
Benvolio sends:
	<presence to='garden@conference.example.org/Benvolio'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Benvolio receives:
	<presence from='garden@conference.example.org/Romeo'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='owner' role='moderator'/></x></presence>
	<presence from='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant'/></x></presence>
	<presence from='garden@conference.example.org/Nurse'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant'/></x></presence>
	<presence from='garden@conference.example.org/Tybalt'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant'/></x></presence>
	<presence from='garden@conference.example.org/Benvolio'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant' jid='benvolio@example.org/square'/><status code='110'/></x></presence>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
Romeo receives:
	<presence from='garden@conference.example.org/Benvolio'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant' jid='benvolio@example.org/square'/></x></presence>
Juliet receives:
	<presence from='garden@conference.example.org/Benvolio'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant'/></x></presence>
Nurse receives:
	<presence from='garden@conference.example.org/Benvolio'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant'/></x></presence>
Tybalt receives:
	<presence from='garden@conference.example.org/Benvolio'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant'/></x></presence>
Romeo sends:
	<iq type='set' id='a1' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item jid='juliet@example.org' affiliation='admin'/></query></iq>
Romeo receives:
	<iq type='result' id='a1' from='garden@conference.example.org'/>
	<presence from='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='admin' role='moderator' jid='juliet@example.org/balcony'><actor nick='Romeo'/></item></x></presence>
Juliet receives:
	<presence from='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='admin' role='moderator' jid='juliet@example.org/balcony'><actor nick='Romeo'/></item><status code='110'/></x></presence>
	<presence from='garden@conference.example.org/Romeo'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='owner' role='moderator' jid='romeo@example.org/orchard'/></x></presence>
	<presence from='garden@conference.example.org/Nurse'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant' jid='nurse@example.org/kitchen'/></x></presence>
	<presence from='garden@conference.example.org/Tybalt'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant' jid='tybalt@example.org/street'/></x></presence>
	<presence from='garden@conference.example.org/Benvolio'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant' jid='benvolio@example.org/square'/></x></presence>
Nurse receives:
	<presence from='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='admin' role='moderator'><actor nick='Romeo'/></item></x></presence>
Tybalt receives:
	<presence from='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='admin' role='moderator'><actor nick='Romeo'/></item></x></presence>
Benvolio receives:
	<presence from='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='admin' role='moderator'><actor nick='Romeo'/></item></x></presence>
Romeo sends:
	<iq type='set' id='a2' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item jid='nurse@example.org' affiliation='member'/></query></iq>
Romeo receives:
	<iq type='result' id='a2' from='garden@conference.example.org'/>
	<presence from='garden@conference.example.org/Nurse'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='member' role='participant' jid='nurse@example.org/kitchen'><actor nick='Romeo'/></item></x></presence>
Juliet receives:
	<presence from='garden@conference.example.org/Nurse'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='member' role='participant' jid='nurse@example.org/kitchen'><actor nick='Romeo'/></item></x></presence>
Nurse receives:
	<presence from='garden@conference.example.org/Nurse'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='member' role='participant' jid='nurse@example.org/kitchen'><actor nick='Romeo'/></item><status code='110'/></x></presence>
Tybalt receives:
	<presence from='garden@conference.example.org/Nurse'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='member' role='participant'><actor nick='Romeo'/></item></x></presence>
Benvolio receives:
	<presence from='garden@conference.example.org/Nurse'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='member' role='participant'><actor nick='Romeo'/></item></x></presence>
Romeo sends:
	<iq type='set' id='a3' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item nick='Nurse' role='moderator'/></query></iq>
Romeo receives:
	<iq type='result' id='a3' from='garden@conference.example.org'/>
	<presence from='garden@conference.example.org/Nurse'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='member' role='moderator' jid='nurse@example.org/kitchen'><actor nick='Romeo'/></item></x></presence>
Juliet receives:
	<presence from='garden@conference.example.org/Nurse'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='member' role='moderator' jid='nurse@example.org/kitchen'><actor nick='Romeo'/></item></x></presence>
Nurse receives:
	<presence from='garden@conference.example.org/Nurse'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='member' role='moderator' jid='nurse@example.org/kitchen'><actor nick='Romeo'/></item><status code='110'/></x></presence>
	<presence from='garden@conference.example.org/Romeo'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='owner' role='moderator' jid='romeo@example.org/orchard'/></x></presence>
	<presence from='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='admin' role='moderator' jid='juliet@example.org/balcony'/></x></presence>
	<presence from='garden@conference.example.org/Tybalt'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant' jid='tybalt@example.org/street'/></x></presence>
	<presence from='garden@conference.example.org/Benvolio'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant' jid='benvolio@example.org/square'/></x></presence>
Tybalt receives:
	<presence from='garden@conference.example.org/Nurse'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='member' role='moderator'><actor nick='Romeo'/></item></x></presence>
Benvolio receives:
	<presence from='garden@conference.example.org/Nurse'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='member' role='moderator'><actor nick='Romeo'/></item></x></presence>
Romeo sends:
	<iq type='set' id='a4' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item nick='Tybalt' role='moderator'/></query></iq>
Romeo receives:
	<iq type='result' id='a4' from='garden@conference.example.org'/>
	<presence from='garden@conference.example.org/Tybalt'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='moderator' jid='tybalt@example.org/street'><actor nick='Romeo'/></item></x></presence>
Juliet receives:
	<presence from='garden@conference.example.org/Tybalt'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='moderator' jid='tybalt@example.org/street'><actor nick='Romeo'/></item></x></presence>
Nurse receives:
	<presence from='garden@conference.example.org/Tybalt'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='moderator' jid='tybalt@example.org/street'><actor nick='Romeo'/></item></x></presence>
Tybalt receives:
	<presence from='garden@conference.example.org/Tybalt'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='moderator' jid='tybalt@example.org/street'><actor nick='Romeo'/></item><status code='110'/></x></presence>
	<presence from='garden@conference.example.org/Romeo'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='owner' role='moderator' jid='romeo@example.org/orchard'/></x></presence>
	<presence from='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='admin' role='moderator' jid='juliet@example.org/balcony'/></x></presence>
	<presence from='garden@conference.example.org/Nurse'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='member' role='moderator' jid='nurse@example.org/kitchen'/></x></presence>
	<presence from='garden@conference.example.org/Benvolio'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant' jid='benvolio@example.org/square'/></x></presence>
Benvolio receives:
	<presence from='garden@conference.example.org/Tybalt'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='moderator'><actor nick='Romeo'/></item></x></presence>
# a participant nobody, whether there is such an occupant or not
Benvolio sends:
	<iq type='set' id='a5' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item nick='Tybalt' role='none'/></query></iq>
Benvolio receives:
	<iq type='error' id='a5' from='garden@conference.example.org'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
Benvolio sends:
	<iq type='set' id='a6' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item nick='Paris' role='none'/></query></iq>
Benvolio receives:
	<iq type='error' id='a6' from='garden@conference.example.org'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
# a moderator nobody with a higher affiliation
Nurse sends:
	<iq type='set' id='a7' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item nick='Juliet' role='none'/></query></iq>
Nurse receives:
	<iq type='error' id='a7' from='garden@conference.example.org'><error type='cancel'><not-allowed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
Nurse sends:
	<iq type='set' id='a8' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item nick='Romeo' role='none'/></query></iq>
Nurse receives:
	<iq type='error' id='a8' from='garden@conference.example.org'><error type='cancel'><not-allowed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
Tybalt sends:
	<iq type='set' id='a9' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item nick='Nurse' role='none'/></query></iq>
Tybalt receives:
	<iq type='error' id='a9' from='garden@conference.example.org'><error type='cancel'><not-allowed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
Juliet sends:
	<iq type='set' id='a10' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item nick='Romeo' role='none'/></query></iq>
Juliet receives:
	<iq type='error' id='a10' from='garden@conference.example.org'><error type='cancel'><not-allowed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
# §5.1.3: nor another moderator
Nurse sends:
	<iq type='set' id='a11' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item nick='Tybalt' role='none'/></query></iq>
Nurse receives:
	<iq type='error' id='a11' from='garden@conference.example.org'><error type='cancel'><not-allowed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
# nobody who is not there; one or none of two items
Romeo sends:
	<iq type='set' id='a12' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item nick='Paris' role='none'/></query></iq>
Romeo receives:
	<iq type='error' id='a12' from='garden@conference.example.org'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
Nurse sends:
	<iq type='set' id='a13' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item nick='Benvolio' role='none'/><item nick='Juliet' role='none'/></query></iq>
Nurse receives:
	<iq type='error' id='a13' from='garden@conference.example.org'><error type='cancel'><not-allowed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
Romeo sends:
	<iq type='set' id='a14' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item nick='Benvolio' role='none'/><item nick='Benvolio' role='visitor'/></query></iq>
Romeo receives:
	<iq type='error' id='a14' from='garden@conference.example.org'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
# §13.4.4
Romeo sends:
	<iq type='set' id='a15' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item nick='Benvolio' role='none' affiliation='none'/></query></iq>
Romeo receives:
	<iq type='error' id='a15' from='garden@conference.example.org'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
Romeo sends:
	<iq type='set' id='a16' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item nick='Benvolio'/></query></iq>
Romeo receives:
	<iq type='error' id='a16' from='garden@conference.example.org'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
Romeo sends:
	<iq type='set' id='a17' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item role='none'/></query></iq>
Romeo receives:
	<iq type='error' id='a17' from='garden@conference.example.org'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
Romeo sends:
	<iq type='set' id='a18' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item nick='Benvolio' role='king'/></query></iq>
Romeo receives:
	<iq type='error' id='a18' from='garden@conference.example.org'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
Romeo sends:
	<iq type='set' id='a19' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'></query></iq>
Romeo receives:
	<iq type='error' id='a19' from='garden@conference.example.org'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
# an admin kicks a moderator, an owner an admin
Juliet sends:
	<iq type='set' id='a20' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item nick='Tybalt' role='none'/></query></iq>
Juliet receives:
	<iq type='result' id='a20' from='garden@conference.example.org'/>
	<presence from='garden@conference.example.org/Tybalt' type='unavailable'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='none' jid='tybalt@example.org/street'><actor nick='Juliet'/></item><status code='307'/></x></presence>
Romeo receives:
	<presence from='garden@conference.example.org/Tybalt' type='unavailable'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='none' jid='tybalt@example.org/street'><actor nick='Juliet'/></item><status code='307'/></x></presence>
Nurse receives:
	<presence from='garden@conference.example.org/Tybalt' type='unavailable'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='none' jid='tybalt@example.org/street'><actor nick='Juliet'/></item><status code='307'/></x></presence>
Tybalt receives:
	<presence from='garden@conference.example.org/Tybalt' type='unavailable'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='none' jid='tybalt@example.org/street'><actor nick='Juliet'/></item><status code='110'/><status code='307'/></x></presence>
Benvolio receives:
	<presence from='garden@conference.example.org/Tybalt' type='unavailable'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='none'><actor nick='Juliet'/></item><status code='307'/></x></presence>
Romeo sends:
	<iq type='set' id='a21' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item nick='Juliet' role='none'/></query></iq>
Romeo receives:
	<iq type='result' id='a21' from='garden@conference.example.org'/>
	<presence from='garden@conference.example.org/Juliet' type='unavailable'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='admin' role='none' jid='juliet@example.org/balcony'><actor nick='Romeo'/></item><status code='307'/></x></presence>
Juliet receives:
	<presence from='garden@conference.example.org/Juliet' type='unavailable'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='admin' role='none' jid='juliet@example.org/balcony'><actor nick='Romeo'/></item><status code='110'/><status code='307'/></x></presence>
Nurse receives:
	<presence from='garden@conference.example.org/Juliet' type='unavailable'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='admin' role='none' jid='juliet@example.org/balcony'><actor nick='Romeo'/></item><status code='307'/></x></presence>
Benvolio receives:
	<presence from='garden@conference.example.org/Juliet' type='unavailable'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='admin' role='none'><actor nick='Romeo'/></item><status code='307'/></x></presence>
