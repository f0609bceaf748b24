# XEP-0045 §10.9: a room is destroyed; each occupant gets one presence; who comes later is led on, and only its owners make it again
[Server]
	option rooms creation: anybody
	option rooms keepNameFor: 00:01:00
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
-----
Romeo sends:
	<presence to='garden@conference.example.org/Romeo'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Romeo receives:
	<presence from='garden@conference.example.org/Romeo'/>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
Romeo sends:
	<iq type='set' id='c' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'>
		<field var='muc#roomconfig_persistentroom'><value>1</value></field></x></query></iq>
Romeo receives:
	<iq type='result' id='c' from='garden@conference.example.org'/>
Juliet sends:
	<presence to='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Juliet receives:
	<presence from='garden@conference.example.org/Romeo'/>
	<presence from='garden@conference.example.org/Juliet'/>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
Romeo receives:
	<presence from='garden@conference.example.org/Juliet'/>
Romeo sends:
	<message to='garden@conference.example.org' type='groupchat' id='m1'><body>It is the east.</body></message>
Romeo receives:
	<message from='garden@conference.example.org/Romeo' type='groupchat' id='m1'><body>It is the east.</body></message>
Juliet receives:
	<message from='garden@conference.example.org/Romeo' type='groupchat' id='m1'><body>It is the east.</body></message>
Romeo sends:
	<iq type='set' id='d' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#owner'>
		<destroy jid='tomb@conference.example.org'><password>poison</password><reason>Macbeth doth come.</reason></destroy></query></iq>
Romeo receives in any order:
	<presence from='garden@conference.example.org/Romeo' type='unavailable'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='none'/>
		<destroy jid='tomb@conference.example.org'><password>poison</password><reason>Macbeth doth come.</reason></destroy><status code='110'/></x></presence>
	<iq type='result' id='d' from='garden@conference.example.org'/>
Juliet receives:
	<presence from='garden@conference.example.org/Juliet' type='unavailable'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='none'/>
		<destroy jid='tomb@conference.example.org'><password>poison</password><reason>Macbeth doth come.</reason></destroy><status code='110'/></x></presence>
Juliet sends:
	<message to='garden@conference.example.org' type='groupchat' id='m2'><body>Still there?</body></message>
Juliet receives:
	<message from='garden@conference.example.org' type='error' id='m2'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
Juliet sends:
	<presence to='garden@conference.example.org/Juliet' id='again'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Juliet receives:
	<presence type='error' from='garden@conference.example.org/Juliet' id='again'>
		<error type='cancel' by='garden@conference.example.org'><gone xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'>xmpp:tomb@conference.example.org</gone>
			<text xmlns='urn:ietf:params:xml:ns:xmpp-stanzas' xml:lang='en'>Macbeth doth come.</text></error></presence>
# What was said in the old room is not said in the new one.
Romeo sends:
	<presence to='garden@conference.example.org/Romeo'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Romeo receives:
	<presence from='garden@conference.example.org/Romeo'>
		<x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='owner' role='moderator' jid='romeo@example.org/orchard'/><status code='110'/><status code='201'/></x></presence>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
# §10.1.3: cancelled.
Romeo sends:
	<iq type='set' id='x' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='cancel'/></query></iq>
Romeo receives in any order:
	<presence from='garden@conference.example.org/Romeo' type='unavailable'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='none'/><destroy/><status code='110'/></x></presence>
	<iq type='result' id='x' from='garden@conference.example.org'/>
after 61s
Juliet sends:
	<presence to='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Juliet receives:
	<presence from='garden@conference.example.org/Juliet'>
		<x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='owner' role='moderator' jid='juliet@example.org/balcony'/><status code='110'/><status code='201'/></x></presence>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
# §10.1.3: who leaves without having configured the room has destroyed it.
Juliet sends:
	<presence to='garden@conference.example.org/Juliet' type='unavailable'/>
Juliet receives:
	<presence from='garden@conference.example.org/Juliet' type='unavailable'>
		<x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='owner' role='none' jid='juliet@example.org/balcony'/><status code='110'/></x></presence>
	<presence from='garden@conference.example.org' type='unavailable'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='none'/><destroy/></x></presence>
