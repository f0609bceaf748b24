# XEP-0352 in rooms of ours: under which nickname somebody is mentioned, after the room has given him another one and after it has put him out
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
	<iq type='set' id='c' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#roomconfig</value></field></x></query></iq>
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
Juliet sends:
	<presence to='garden@conference.example.org/Julia'/>
Juliet receives:
	<presence from='garden@conference.example.org/Juliet' type='unavailable'/>
	<presence from='garden@conference.example.org/Julia'/>
Romeo receives:
	<presence from='garden@conference.example.org/Juliet' type='unavailable'/>
	<presence from='garden@conference.example.org/Julia'/>
Juliet sends:
	<inactive xmlns='urn:xmpp:csi:0'/>
Romeo sends:
	<message type='groupchat' to='garden@conference.example.org' id='m1'><body>Juliet was here</body></message>
Romeo receives:
	<message type='groupchat' from='garden@conference.example.org/Romeo' id='m1'><body>Juliet was here</body></message>
Juliet receives: nothing
Romeo sends:
	<message type='groupchat' to='garden@conference.example.org' id='m2'><body>Julia?</body></message>
Romeo receives:
	<message type='groupchat' from='garden@conference.example.org/Romeo' id='m2'><body>Julia?</body></message>
Juliet receives:
	<message type='groupchat' from='garden@conference.example.org/Romeo' id='m1'><body>Juliet was here</body></message>
	<message type='groupchat' from='garden@conference.example.org/Romeo' id='m2'><body>Julia?</body></message>
