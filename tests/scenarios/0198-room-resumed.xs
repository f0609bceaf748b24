# XEP-0198 §5, XEP-0045: an occupant whose connection was lost is still in the room, and gets everything in order
## sockets: the server notices a lost connection at once in memory only
[Server]
	option stream-management resumableFor: 2m
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
	management: true
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
	<presence to='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Juliet receives:
	<presence from='garden@conference.example.org/Romeo'/>
	<presence from='garden@conference.example.org/Juliet'/>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
Romeo receives:
	<presence from='garden@conference.example.org/Juliet'/>
Juliet loses the connection
Romeo receives: nothing
Romeo sends:
	<message to='garden@conference.example.org' type='groupchat' id='m1'><body>one</body></message>
	<message to='garden@conference.example.org' type='groupchat' id='m2'><body>two</body></message>
	<presence to='garden@conference.example.org/Romeo'><show>away</show></presence>
	<message to='garden@conference.example.org' type='groupchat' id='m3'><body>three</body></message>
	<message to='garden@conference.example.org/Juliet' type='chat' id='m4'><body>four</body></message>
Romeo receives:
	<message from='garden@conference.example.org/Romeo' type='groupchat' id='m1'/>
	<message from='garden@conference.example.org/Romeo' type='groupchat' id='m2'/>
	<presence from='garden@conference.example.org/Romeo'><show>away</show></presence>
	<message from='garden@conference.example.org/Romeo' type='groupchat' id='m3'/>
Juliet resumes
Juliet receives:
	<message from='garden@conference.example.org/Romeo' type='groupchat' id='m1'/>
	<message from='garden@conference.example.org/Romeo' type='groupchat' id='m2'/>
	<presence from='garden@conference.example.org/Romeo'><show>away</show></presence>
	<message from='garden@conference.example.org/Romeo' type='groupchat' id='m3'/>
	<message from='garden@conference.example.org/Romeo' type='chat' id='m4'/>
Juliet sends:
	<message to='garden@conference.example.org' type='groupchat' id='m5'><body>I heard.</body></message>
Juliet receives:
	<message from='garden@conference.example.org/Juliet' type='groupchat' id='m5'/>
Romeo receives:
	<message from='garden@conference.example.org/Juliet' type='groupchat' id='m5'/>
# Who does not come back is gone.
Juliet loses the connection
after 3m
Romeo receives:
	<presence type='unavailable' from='garden@conference.example.org/Juliet'/>
