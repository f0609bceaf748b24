# XEP-0045 §7.2.17: who speaks as if he were in the room is told that he is not
[Client] Romeo
	jid: romeo@example.org/orchard
-----
Romeo sends:
	<presence to='garden@conference.example.org/Romeo'><show>away</show></presence>
Romeo receives:
	<presence from='garden@conference.example.org/Romeo' type='unavailable'>
		<x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='none'><reason>You are not in the room.</reason></item>
			<status code='110'/><status code='307'/><status code='333'/></x></presence>
Romeo sends:
	<presence to='garden@conference.example.org' id='p'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Romeo receives:
	<presence type='error' from='garden@conference.example.org' id='p'><error type='modify'><jid-malformed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
Romeo sends:
	<message type='groupchat' to='garden@conference.example.org' id='m'><body>?</body></message>
Romeo receives:
	<message type='error' from='garden@conference.example.org' id='m'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
