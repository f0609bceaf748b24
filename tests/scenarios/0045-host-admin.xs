# XEP-0045 §5.2: an admin of the host owns its rooms, and nobody takes that from him
[Server]
	admins: nurse@example.org
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
[Client] Nurse
	jid: nurse@example.org/kitchen
[Client] Tybalt
	jid: tybalt@example.org/street
-----
Tybalt sends:
	<presence/>
Tybalt receives:
	<presence from='tybalt@example.org/street'/>
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
	<presence from='garden@conference.example.org/Romeo'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='owner' role='moderator' jid='romeo@example.org/orchard'/></x></presence>
	<presence from='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant' jid='juliet@example.org/balcony'/></x></presence>
	<presence from='garden@conference.example.org/Nurse'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='owner' role='moderator' jid='nurse@example.org/kitchen'/><status code='110'/></x></presence>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
Romeo receives:
	<presence from='garden@conference.example.org/Nurse'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='owner' role='moderator' jid='nurse@example.org/kitchen'/></x></presence>
Juliet receives:
	<presence from='garden@conference.example.org/Nurse'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='owner' role='moderator'/></x></presence>
Romeo sends:
	<iq type='set' id='a1' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='outcast' jid='nurse@example.org'/></query></iq>
Romeo receives:
	<iq type='error' id='a1' from='garden@conference.example.org'><error type='cancel'><not-allowed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
Romeo sends:
	<iq type='set' id='a2' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='none' jid='nurse@example.org'/></query></iq>
Romeo receives:
	<iq type='error' id='a2' from='garden@conference.example.org'><error type='cancel'><not-allowed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
Nurse sends:
	<iq type='set' id='a3' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='outcast' jid='juliet@example.org'/></query></iq>
Nurse receives:
	<iq type='result' id='a3' from='garden@conference.example.org'/>
	<presence from='garden@conference.example.org/Juliet' type='unavailable'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='outcast' role='none' jid='juliet@example.org/balcony'><actor nick='Nurse'/></item><status code='301'/></x></presence>
Romeo receives:
	<presence from='garden@conference.example.org/Juliet' type='unavailable'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='outcast' role='none' jid='juliet@example.org/balcony'><actor nick='Nurse'/></item><status code='301'/></x></presence>
Juliet receives:
	<presence from='garden@conference.example.org/Juliet' type='unavailable'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='outcast' role='none' jid='juliet@example.org/balcony'><actor nick='Nurse'/></item><status code='110'/><status code='301'/></x></presence>
# the owner by the room's own list is not lost either
Nurse sends:
	<iq type='set' id='a4' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='none' jid='romeo@example.org'/></query></iq>
Nurse receives:
	<iq type='error' id='a4' from='garden@conference.example.org'><error type='cancel'><conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
Nurse sends:
	<iq type='set' id='a5' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='owner' jid='tybalt@example.org'/><item affiliation='none' jid='romeo@example.org'/></query></iq>
Nurse receives:
	<iq type='result' id='a5' from='garden@conference.example.org'/>
	<message from='garden@conference.example.org'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='owner' role='none' jid='tybalt@example.org'/></x></message>
	<presence from='garden@conference.example.org/Romeo'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant' jid='romeo@example.org/orchard'><actor nick='Nurse'/></item></x></presence>
Romeo receives:
	<message from='garden@conference.example.org'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='owner' role='none' jid='tybalt@example.org'/></x></message>
	<presence from='garden@conference.example.org/Romeo'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant' jid='romeo@example.org/orchard'><actor nick='Nurse'/></item><status code='110'/></x></presence>
Tybalt receives:
	<message from='garden@conference.example.org'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='owner' role='none'/><status code='101'/></x></message>
