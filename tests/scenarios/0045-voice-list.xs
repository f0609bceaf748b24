# XEP-0045 §8.5: the voice list, asked for and changed
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
[Client] Nurse
	jid: nurse@example.org/kitchen
-----
Romeo sends:
	<presence to='garden@conference.example.org/Romeo'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Romeo receives:
	<presence from='garden@conference.example.org/Romeo'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='owner' role='moderator' jid='romeo@example.org/orchard'/><status code='110'/><status code='201'/></x></presence>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
Romeo sends:
	<iq type='set' id='c' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#roomconfig</value></field><field var='muc#roomconfig_moderatedroom'><value>1</value></field></x></query></iq>
Romeo receives:
	<iq type='result' id='c' from='garden@conference.example.org'/>
Juliet sends:
	<presence to='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Juliet receives:
	<presence from='garden@conference.example.org/Romeo'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='owner' role='moderator'/></x></presence>
	<presence from='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='visitor' jid='juliet@example.org/balcony'/><status code='110'/></x></presence>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
Romeo receives:
	<presence from='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='visitor' jid='juliet@example.org/balcony'/></x></presence>
Nurse sends:
	<presence to='garden@conference.example.org/Nurse'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Nurse receives:
	<presence from='garden@conference.example.org/Romeo'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='owner' role='moderator'/></x></presence>
	<presence from='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='visitor'/></x></presence>
	<presence from='garden@conference.example.org/Nurse'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='visitor' jid='nurse@example.org/kitchen'/><status code='110'/></x></presence>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
Romeo receives:
	<presence from='garden@conference.example.org/Nurse'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='visitor' jid='nurse@example.org/kitchen'/></x></presence>
Juliet receives:
	<presence from='garden@conference.example.org/Nurse'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='visitor'/></x></presence>
Romeo sends:
	<iq type='get' id='a1' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item role='participant'/></query></iq>
Romeo receives:
	<iq type='result' id='a1' from='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'/></iq>
Romeo sends:
	<iq type='set' id='a2' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item nick='Nurse' role='participant'/><item nick='Juliet' role='participant'><reason>A worthy fellow</reason></item></query></iq>
Romeo receives:
	<iq type='result' id='a2' from='garden@conference.example.org'/>
	<presence from='garden@conference.example.org/Nurse'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant' jid='nurse@example.org/kitchen'><actor nick='Romeo'/></item></x></presence>
	<presence from='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant' jid='juliet@example.org/balcony'><actor nick='Romeo'/><reason>A worthy fellow</reason></item></x></presence>
Juliet receives:
	<presence from='garden@conference.example.org/Nurse'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant'><actor nick='Romeo'/></item></x></presence>
	<presence from='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant' jid='juliet@example.org/balcony'><actor nick='Romeo'/><reason>A worthy fellow</reason></item><status code='110'/></x></presence>
Nurse receives:
	<presence from='garden@conference.example.org/Nurse'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant' jid='nurse@example.org/kitchen'><actor nick='Romeo'/></item><status code='110'/></x></presence>
	<presence from='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant'><actor nick='Romeo'/><reason>A worthy fellow</reason></item></x></presence>
Romeo sends:
	<iq type='get' id='a3' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item role='participant'/></query></iq>
Romeo receives:
	<iq type='result' id='a3' from='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='none' jid='juliet@example.org/balcony' nick='Juliet' role='participant'/><item affiliation='none' jid='nurse@example.org/kitchen' nick='Nurse' role='participant'/></query></iq>
Romeo sends:
	<iq type='get' id='a4' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item role='visitor'/></query></iq>
Romeo receives:
	<iq type='result' id='a4' from='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'/></iq>
Juliet sends:
	<iq type='get' id='a5' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item role='participant'/></query></iq>
Juliet receives:
	<iq type='error' id='a5' from='garden@conference.example.org'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
Romeo sends:
	<iq type='get' id='a6' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item role='none'/></query></iq>
Romeo receives:
	<iq type='error' id='a6' from='garden@conference.example.org'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
Romeo sends:
	<iq type='get' id='a7' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'></query></iq>
Romeo receives:
	<iq type='error' id='a7' from='garden@conference.example.org'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
Romeo sends:
	<iq type='get' id='a8' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item role='visitor'/><item role='participant'/></query></iq>
Romeo receives:
	<iq type='error' id='a8' from='garden@conference.example.org'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
