# XEP-0045 §7.1, §7.2, §10.1.2: a room is made, configured as it is, entered by another; both talk; one leaves
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
-----
Romeo sends:
	<presence to='garden@conference.example.org/Romeo'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Romeo receives:
	<presence from='garden@conference.example.org/Romeo'>
		<x xmlns='http://jabber.org/protocol/muc#user'>
			<item affiliation='owner' role='moderator' jid='romeo@example.org/orchard'/><status code='110'/><status code='201'/></x></presence>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
Juliet sends:
	<presence to='garden@conference.example.org/Juliet' id='early'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Juliet receives:
	<presence type='error' from='garden@conference.example.org/Juliet' id='early'>
		<error type='cancel' by='garden@conference.example.org'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
Romeo sends:
	<iq type='set' id='c' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'/></query></iq>
Romeo receives:
	<iq type='result' id='c' from='garden@conference.example.org'/>
Juliet sends:
	<presence to='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Juliet receives:
	<presence from='garden@conference.example.org/Romeo'>
		<x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='owner' role='moderator'/></x></presence>
	<presence from='garden@conference.example.org/Juliet'>
		<x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant' jid='juliet@example.org/balcony'/><status code='110'/></x></presence>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
Romeo receives:
	<presence from='garden@conference.example.org/Juliet'>
		<x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant' jid='juliet@example.org/balcony'/></x></presence>
Juliet sends:
	<message to='garden@conference.example.org' type='groupchat' id='m1'><body>Who is there?</body></message>
Juliet receives:
	<message from='garden@conference.example.org/Juliet' type='groupchat' id='m1'><body>Who is there?</body><stanza-id xmlns='urn:xmpp:sid:0' by='garden@conference.example.org' id='{scansion:any}'/></message>
Romeo receives:
	<message from='garden@conference.example.org/Juliet' type='groupchat' id='m1'><body>Who is there?</body></message>
Juliet sends:
	<presence to='garden@conference.example.org/Juliet' type='unavailable'><status>good night</status></presence>
Juliet receives:
	<presence from='garden@conference.example.org/Juliet' type='unavailable'><status>good night</status>
		<x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='none' jid='juliet@example.org/balcony'/><status code='110'/></x></presence>
Romeo receives:
	<presence from='garden@conference.example.org/Juliet' type='unavailable'><status>good night</status>
		<x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='none' jid='juliet@example.org/balcony'/></x></presence>
Juliet sends:
	<message to='garden@conference.example.org' type='groupchat' id='m2'><body>Still there?</body></message>
Juliet receives:
	<message from='garden@conference.example.org' type='error' id='m2'><error type='modify'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
