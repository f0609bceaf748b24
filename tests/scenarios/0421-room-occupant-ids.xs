# XEP-0421: an occupant has one name in a room, whenever he comes and whatever his nickname is; another one in another room; what he claims is replaced
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
-----
Romeo sends:
	<presence to='garden@conference.example.org/Romeo'><x xmlns='http://jabber.org/protocol/muc'/><occupant-id xmlns='urn:xmpp:occupant-id:0' id='forged'/></presence>
Romeo receives:
	<presence from='garden@conference.example.org/Romeo'><occupant-id xmlns='urn:xmpp:occupant-id:0' id='{capture:romeo}'/><occupant-id xmlns='urn:xmpp:occupant-id:0' id='forged' scansion:absent='true'/></presence>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
Romeo sends:
	<iq type='set' id='config' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'/></query></iq>
Romeo receives:
	<iq type='result' id='config' from='garden@conference.example.org'/>
Juliet sends:
	<presence to='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Juliet receives:
	<presence from='garden@conference.example.org/Romeo'><occupant-id xmlns='urn:xmpp:occupant-id:0' id='${romeo}'/></presence>
	<presence from='garden@conference.example.org/Juliet'><occupant-id xmlns='urn:xmpp:occupant-id:0' id='{capture:juliet}'/></presence>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
Romeo receives:
	<presence from='garden@conference.example.org/Juliet'><occupant-id xmlns='urn:xmpp:occupant-id:0' id='${juliet}'/></presence>
Juliet sends:
	<message type='groupchat' to='garden@conference.example.org' id='m1'><body>It is I</body><occupant-id xmlns='urn:xmpp:occupant-id:0' id='${romeo}'/></message>
Juliet receives:
	<message type='groupchat' from='garden@conference.example.org/Juliet' id='m1'><occupant-id xmlns='urn:xmpp:occupant-id:0' id='${juliet}'/><occupant-id xmlns='urn:xmpp:occupant-id:0' id='${romeo}' scansion:absent='true'/></message>
Romeo receives:
	<message type='groupchat' from='garden@conference.example.org/Juliet' id='m1'><occupant-id xmlns='urn:xmpp:occupant-id:0' id='${juliet}'/><occupant-id xmlns='urn:xmpp:occupant-id:0' id='${romeo}' scansion:absent='true'/></message>
# between the two
Juliet sends:
	<message type='chat' to='garden@conference.example.org/Romeo' id='p1'><body>Psst</body><occupant-id xmlns='urn:xmpp:occupant-id:0' id='${romeo}'/></message>
Romeo receives:
	<message type='chat' from='garden@conference.example.org/Juliet' id='p1'><occupant-id xmlns='urn:xmpp:occupant-id:0' id='${juliet}'/><occupant-id xmlns='urn:xmpp:occupant-id:0' id='${romeo}' scansion:absent='true'/></message>
# under another name
Juliet sends:
	<presence to='garden@conference.example.org/Nightingale'/>
Juliet receives:
	<presence from='garden@conference.example.org/Juliet' type='unavailable'><occupant-id xmlns='urn:xmpp:occupant-id:0' id='${juliet}'/></presence>
	<presence from='garden@conference.example.org/Nightingale'><occupant-id xmlns='urn:xmpp:occupant-id:0' id='${juliet}'/></presence>
Romeo receives:
	<presence from='garden@conference.example.org/Juliet' type='unavailable'><occupant-id xmlns='urn:xmpp:occupant-id:0' id='${juliet}'/></presence>
	<presence from='garden@conference.example.org/Nightingale'><occupant-id xmlns='urn:xmpp:occupant-id:0' id='${juliet}'/></presence>
# and again
Juliet sends:
	<presence to='garden@conference.example.org/Nightingale' type='unavailable'/>
Juliet receives:
	<presence from='garden@conference.example.org/Nightingale' type='unavailable'><occupant-id xmlns='urn:xmpp:occupant-id:0' id='${juliet}'/></presence>
Romeo receives:
	<presence from='garden@conference.example.org/Nightingale' type='unavailable'><occupant-id xmlns='urn:xmpp:occupant-id:0' id='${juliet}'/></presence>
Juliet sends:
	<presence to='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Juliet receives:
	<presence from='garden@conference.example.org/Romeo'><occupant-id xmlns='urn:xmpp:occupant-id:0' id='${romeo}'/></presence>
	<presence from='garden@conference.example.org/Juliet'><occupant-id xmlns='urn:xmpp:occupant-id:0' id='${juliet}'/></presence>
	<message type='groupchat' from='garden@conference.example.org/Juliet' id='m1'><delay xmlns='urn:xmpp:delay' from='garden@conference.example.org' stamp='{scansion:any}'/><occupant-id xmlns='urn:xmpp:occupant-id:0' id='${juliet}'/></message>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
Romeo receives:
	<presence from='garden@conference.example.org/Juliet'><occupant-id xmlns='urn:xmpp:occupant-id:0' id='${juliet}'/></presence>
Romeo sends:
	<presence to='tomb@conference.example.org/Romeo'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Romeo receives:
	<presence from='tomb@conference.example.org/Romeo'><occupant-id xmlns='urn:xmpp:occupant-id:0' id='{scansion:not ${romeo}}'/></presence>
	<message type='groupchat' from='tomb@conference.example.org'><subject></subject></message>
