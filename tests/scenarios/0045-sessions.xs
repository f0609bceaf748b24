# XEP-0045 §7.2.8, §7.5, §7.6, §7.14: two sessions of an account under one nickname, and another nickname of it
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
[Client] Phone
	jid: juliet@example.org/phone
[Client] Tablet
	jid: juliet@example.org/tablet
-----
Romeo sends:
	<presence to='garden@conference.example.org/Romeo'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Romeo receives:
	<presence from='garden@conference.example.org/Romeo'/>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
Romeo sends:
	<iq type='set' id='c1' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'/></query></iq>
Romeo receives:
	<iq type='result' id='c1' from='garden@conference.example.org'/>
Juliet sends:
	<presence to='garden@conference.example.org/Juliet'><show>away</show><x xmlns='http://jabber.org/protocol/muc'/></presence>
Juliet receives:
	<presence from='garden@conference.example.org/Romeo'/>
	<presence from='garden@conference.example.org/Juliet'/>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
Romeo receives:
	<presence from='garden@conference.example.org/Juliet'><show>away</show></presence>
# The second one: what it says of itself is what is shown.
Phone sends:
	<presence to='garden@conference.example.org/Juliet'><show>chat</show><x xmlns='http://jabber.org/protocol/muc'/></presence>
Phone receives:
	<presence from='garden@conference.example.org/Romeo'/>
	<presence from='garden@conference.example.org/Juliet'><show>chat</show>
		<x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant' jid='juliet@example.org/phone'/><status code='110'/></x></presence>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
Juliet receives:
	<presence from='garden@conference.example.org/Juliet'><show>chat</show>
		<x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant' jid='juliet@example.org/phone'/><status code='110'/></x></presence>
Romeo receives:
	<presence from='garden@conference.example.org/Juliet'><show>chat</show>
		<x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant' jid='juliet@example.org/phone'/></x></presence>
# Both speak, both hear, and both get private messages.
Juliet sends:
	<message to='garden@conference.example.org' type='groupchat' id='m1'><body>Here I am.</body></message>
Juliet receives:
	<message from='garden@conference.example.org/Juliet' type='groupchat' id='m1'/>
Phone receives:
	<message from='garden@conference.example.org/Juliet' type='groupchat' id='m1'/>
Romeo receives:
	<message from='garden@conference.example.org/Juliet' type='groupchat' id='m1'/>
Romeo sends:
	<message to='garden@conference.example.org/Juliet' type='chat' id='m2'><body>psst</body></message>
Juliet receives:
	<message from='garden@conference.example.org/Romeo' to='juliet@example.org/balcony' type='chat' id='m2'><body>psst</body><x xmlns='http://jabber.org/protocol/muc#user'/></message>
Phone receives:
	<message from='garden@conference.example.org/Romeo' to='juliet@example.org/phone' type='chat' id='m2'><body>psst</body><x xmlns='http://jabber.org/protocol/muc#user'/></message>
Tablet receives: nothing
# §7.2.1: another nickname is another occupant.
Tablet sends:
	<presence to='garden@conference.example.org/Capulet'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Tablet receives in any order:
	<presence from='garden@conference.example.org/Romeo'/>
	<presence from='garden@conference.example.org/Juliet'/>
	<presence from='garden@conference.example.org/Capulet'/>
	<message type='groupchat' from='garden@conference.example.org/Juliet' id='m1'/>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
Romeo receives:
	<presence from='garden@conference.example.org/Capulet'/>
Juliet receives:
	<presence from='garden@conference.example.org/Capulet'/>
Phone receives:
	<presence from='garden@conference.example.org/Capulet'/>
# §7.6: one changes the nickname that both have; not to the account's other one.
Phone sends:
	<presence id='n1' to='garden@conference.example.org/Capulet'/>
	<presence id='n2' to='garden@conference.example.org/Jule'><show>dnd</show></presence>
Phone receives:
	<presence id='n1' type='error' from='garden@conference.example.org/Capulet'><error type='cancel'><conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
	<presence type='unavailable' from='garden@conference.example.org/Juliet'>
		<x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant' jid='juliet@example.org/phone' nick='Jule'/><status code='303'/><status code='110'/></x></presence>
	<presence from='garden@conference.example.org/Jule'><show>dnd</show></presence>
Juliet receives:
	<presence type='unavailable' from='garden@conference.example.org/Juliet'>
		<x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant' jid='juliet@example.org/phone' nick='Jule'/><status code='303'/><status code='110'/></x></presence>
	<presence from='garden@conference.example.org/Jule'><show>dnd</show>
		<x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant' jid='juliet@example.org/phone'/><status code='110'/></x></presence>
Tablet receives:
	<presence type='unavailable' from='garden@conference.example.org/Juliet'>
		<x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant' nick='Jule'/><status code='303'/></x></presence>
	<presence from='garden@conference.example.org/Jule'/>
Romeo receives:
	<presence type='unavailable' from='garden@conference.example.org/Juliet'>
		<x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant' jid='juliet@example.org/phone' nick='Jule'/><status code='303'/></x></presence>
	<presence from='garden@conference.example.org/Jule'><show>dnd</show></presence>
# The one that is shown leaves: the other one is shown.
Phone sends:
	<presence to='garden@conference.example.org/Jule' type='unavailable'/>
Phone receives:
	<presence type='unavailable' from='garden@conference.example.org/Jule'>
		<x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='none' jid='juliet@example.org/phone'/><status code='110'/></x></presence>
Juliet receives:
	<presence from='garden@conference.example.org/Jule'><show>away</show></presence>
Tablet receives:
	<presence from='garden@conference.example.org/Jule'><show>away</show></presence>
Romeo receives:
	<presence from='garden@conference.example.org/Jule'><show>away</show></presence>
# A connection that ends is an exit (§7.14).
Juliet disconnects
Romeo receives:
	<presence type='unavailable' from='garden@conference.example.org/Jule'/>
Tablet receives:
	<presence type='unavailable' from='garden@conference.example.org/Jule'/>
