# XEP-0045 §8.1: the subject is changed by moderators
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
Juliet sends:
	<message to='garden@conference.example.org' type='groupchat' id='s1'><subject>Night</subject></message>
Juliet receives:
	<message type='error' id='s1' from='garden@conference.example.org'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
Romeo sends:
	<message to='garden@conference.example.org' type='groupchat' id='s2'><subject>Balcony</subject></message>
Romeo receives:
	<message from='garden@conference.example.org/Romeo' type='groupchat' id='s2'><subject>Balcony</subject></message>
Juliet receives:
	<message from='garden@conference.example.org/Romeo' type='groupchat' id='s2'><subject>Balcony</subject></message>
# with a body it is a message like any other, and anybody's
Juliet sends:
	<message to='garden@conference.example.org' type='groupchat' id='s3'><subject>Day</subject><body>Lark</body></message>
Romeo receives:
	<message from='garden@conference.example.org/Juliet' type='groupchat' id='s3'><subject>Day</subject><body>Lark</body></message>
Juliet receives:
	<message from='garden@conference.example.org/Juliet' type='groupchat' id='s3'><subject>Day</subject><body>Lark</body></message>
Romeo sends:
	<message to='garden@conference.example.org' type='groupchat' id='s4'><subject/></message>
Romeo receives:
	<message from='garden@conference.example.org/Romeo' type='groupchat' id='s4'><subject></subject></message>
Juliet receives:
	<message from='garden@conference.example.org/Romeo' type='groupchat' id='s4'><subject></subject></message>
