# XEP-0045 §7.5: a private message for several sessions of an account is in its archive once, and both know it by the name that it has there
## federated: a room cannot tell another server that it is one message
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
[Client] Phone
	jid: juliet@example.org/phone
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
Phone sends:
	<presence to='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Phone receives:
	<presence from='garden@conference.example.org/Romeo'/>
	<presence from='garden@conference.example.org/Juliet'/>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
Juliet receives:
	<presence from='garden@conference.example.org/Juliet'/>
Romeo receives:
	<presence from='garden@conference.example.org/Juliet'/>
Romeo sends:
	<message to='garden@conference.example.org/Juliet' type='chat' id='m2'><body>psst</body></message>
Phone receives:
	<message from='garden@conference.example.org/Romeo' to='juliet@example.org/phone' type='chat' id='m2'><stanza-id xmlns='urn:xmpp:sid:0' by='juliet@example.org' id='{capture:id}'/></message>
Juliet receives:
	<message from='garden@conference.example.org/Romeo' to='juliet@example.org/balcony' type='chat' id='m2'><stanza-id xmlns='urn:xmpp:sid:0' by='juliet@example.org' id='${id}'/></message>
Phone sends:
	<iq type='set' id='q'><query xmlns='urn:xmpp:mam:2'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE' type='hidden'><value>urn:xmpp:mam:2</value></field>
		<field var='with'><value>garden@conference.example.org/Romeo</value></field></x></query></iq>
Phone receives:
	<message><result xmlns='urn:xmpp:mam:2' id='${id}' scansion:strict='false'><forwarded xmlns='urn:xmpp:forward:0' scansion:strict='false'><message xmlns='jabber:client' type='chat' id='m2' scansion:strict='false'/></forwarded></result></message>
	<iq type='result' id='q'/>
