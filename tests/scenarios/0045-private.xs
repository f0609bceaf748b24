# XEP-0045 §7.5: private messages, to whom they are not let through, and errors that find back
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
[Client] Nurse
	jid: nurse@example.org/house
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
	<message to='garden@conference.example.org/Romeo' type='chat' id='m0'><body>psst</body></message>
Juliet receives:
	<message from='garden@conference.example.org/Romeo' type='error' id='m0'>
		<error type='modify' by='garden@conference.example.org'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
Juliet sends:
	<presence to='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Juliet receives:
	<presence from='garden@conference.example.org/Romeo'/>
	<presence from='garden@conference.example.org/Juliet'/>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
Romeo receives:
	<presence from='garden@conference.example.org/Juliet'/>
Nurse sends:
	<presence to='garden@conference.example.org/Nurse'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Nurse receives in any order:
	<presence from='garden@conference.example.org/Romeo'/>
	<presence from='garden@conference.example.org/Juliet'/>
	<presence from='garden@conference.example.org/Nurse'/>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
Romeo receives:
	<presence from='garden@conference.example.org/Nurse'/>
Juliet receives:
	<presence from='garden@conference.example.org/Nurse'/>
Juliet sends:
	<message to='garden@conference.example.org/Nurse' type='chat' id='m1'><body>psst</body><x xmlns='http://jabber.org/protocol/muc#user'><item jid='nobody@example.com'/></x></message>
	<message to='garden@conference.example.org/Nurse' id='m2'><body>normal</body></message>
	<message to='garden@conference.example.org/Nurse' type='groupchat' id='m3'><body>all</body></message>
	<message to='garden@conference.example.org/Tybalt' type='chat' id='m4'><body>nobody</body></message>
Nurse receives:
	<message from='garden@conference.example.org/Juliet' to='nurse@example.org/house' type='chat' id='m1'><body>psst</body><x xmlns='http://jabber.org/protocol/muc#user'/></message>
	<message from='garden@conference.example.org/Juliet' to='nurse@example.org/house' id='m2'><body>normal</body><x xmlns='http://jabber.org/protocol/muc#user'/></message>
Juliet receives:
	<message from='garden@conference.example.org/Nurse' type='error' id='m3'>
		<error type='modify' by='garden@conference.example.org'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
	<message from='garden@conference.example.org/Tybalt' type='error' id='m4'>
		<error type='cancel' by='garden@conference.example.org'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
# An error goes back to the sender, and says nothing of who made it.
Nurse sends:
	<message to='garden@conference.example.org/Juliet' type='error' id='m1'><body>psst</body><error type='cancel' by='nurse@example.org'><feature-not-implemented xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
	<message to='garden@conference.example.org/Juliet' type='error' id='never'><error type='cancel'><feature-not-implemented xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
Juliet receives:
	<message from='garden@conference.example.org/Nurse' type='error' id='m1'><body>psst</body><error type='cancel' by='{scansion:none}'><feature-not-implemented xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
# Who blocks somebody's private messages stays in the room (XEP-0191 §3.2), and hears nothing more of him.
Nurse sends:
	<iq type='set' id='b'><block xmlns='urn:xmpp:blocking'><item jid='garden@conference.example.org/Juliet'/></block></iq>
Nurse receives:
	<iq type='result' id='b'/>
Juliet sends:
	<message to='garden@conference.example.org/Nurse' type='chat' id='m5'><body>psst</body></message>
	<message to='garden@conference.example.org' type='groupchat' id='m6'><body>hear me</body></message>
Juliet receives in any order:
	<message from='garden@conference.example.org/Nurse' type='error' id='m5'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
	<message from='garden@conference.example.org/Juliet' type='groupchat' id='m6'/>
Romeo receives:
	<message from='garden@conference.example.org/Juliet' type='groupchat' id='m6'/>
Nurse receives: nothing
# Only moderators may, and may be written to.
Romeo sends:
	<iq type='set' id='c2' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'>
		<field var='muc#roomconfig_allowpm'><value>moderators</value></field></x></query></iq>
Romeo receives in any order:
	<iq type='result' id='c2' from='garden@conference.example.org'/>
	<message type='groupchat' from='garden@conference.example.org'/>
Juliet receives:
	<message type='groupchat' from='garden@conference.example.org'/>
Nurse receives:
	<message type='groupchat' from='garden@conference.example.org'/>
Juliet sends:
	<message to='garden@conference.example.org/Nurse' type='chat' id='m7'><body>psst</body></message>
	<message to='garden@conference.example.org/Romeo' type='chat' id='m8'><body>help</body></message>
Juliet receives:
	<message from='garden@conference.example.org/Nurse' type='error' id='m7'>
		<error type='auth' by='garden@conference.example.org'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
Romeo receives:
	<message from='garden@conference.example.org/Juliet' type='chat' id='m8'/>
