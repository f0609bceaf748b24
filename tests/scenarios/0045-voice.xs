# XEP-0045 §8.3, §8.4: in a moderated room, voice is given and taken
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
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
Juliet sends:
	<message to='garden@conference.example.org' type='groupchat' id='m1'><body>But soft</body></message>
Juliet receives:
	<message from='garden@conference.example.org' type='error' id='m1'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
Romeo sends:
	<iq type='set' id='a1' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item nick='Juliet' role='participant'><reason>Speak</reason></item></query></iq>
Romeo receives:
	<iq type='result' id='a1' from='garden@conference.example.org'/>
	<presence from='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant' jid='juliet@example.org/balcony'><actor nick='Romeo'/><reason>Speak</reason></item></x></presence>
Juliet receives:
	<presence from='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant' jid='juliet@example.org/balcony'><actor nick='Romeo'/><reason>Speak</reason></item><status code='110'/></x></presence>
Juliet sends:
	<message to='garden@conference.example.org' type='groupchat' id='m2'><body>Ay me</body></message>
Romeo receives:
	<message from='garden@conference.example.org/Juliet' type='groupchat' id='m2'><body>Ay me</body></message>
Juliet receives:
	<message from='garden@conference.example.org/Juliet' type='groupchat' id='m2'><body>Ay me</body></message>
Romeo sends:
	<iq type='set' id='a2' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item nick='Juliet' role='visitor'/></query></iq>
Romeo receives:
	<iq type='result' id='a2' from='garden@conference.example.org'/>
	<presence from='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='visitor' jid='juliet@example.org/balcony'><actor nick='Romeo'/></item></x></presence>
Juliet receives:
	<presence from='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='visitor' jid='juliet@example.org/balcony'><actor nick='Romeo'/></item><status code='110'/></x></presence>
Juliet sends:
	<message to='garden@conference.example.org' type='groupchat' id='m3'><body>But</body></message>
Juliet receives:
	<message from='garden@conference.example.org' type='error' id='m3'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
# nothing changes, nobody is told
Romeo sends:
	<iq type='set' id='a3' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item nick='Juliet' role='visitor'/></query></iq>
Romeo receives:
	<iq type='result' id='a3' from='garden@conference.example.org'/>
