# XEP-0045 §7.2.14, §7.2.15: what was said before, as much of it as is asked for, with the room's word for when
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
	<iq type='set' id='config' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'></x></query></iq>
Romeo receives:
	<iq type='result' id='config' from='garden@conference.example.org'/>
Romeo sends:
	<message type='groupchat' to='garden@conference.example.org' id='m1'><body>number 1</body></message>
Romeo receives:
	<message type='groupchat' from='garden@conference.example.org/Romeo' id='m1'><body>number 1</body></message>
after 60s
Romeo sends:
	<message type='groupchat' to='garden@conference.example.org' id='m2'><body>number 2</body></message>
Romeo receives:
	<message type='groupchat' from='garden@conference.example.org/Romeo' id='m2'><body>number 2</body></message>
after 60s
Romeo sends:
	<message type='groupchat' to='garden@conference.example.org' id='m3'><body>number 3</body></message>
Romeo receives:
	<message type='groupchat' from='garden@conference.example.org/Romeo' id='m3'><body>number 3</body></message>
after 60s
Romeo sends:
	<message type='groupchat' to='garden@conference.example.org' id='m4'><body>number 4</body></message>
Romeo receives:
	<message type='groupchat' from='garden@conference.example.org/Romeo' id='m4'><body>number 4</body></message>
after 60s
# all that the room has
Juliet sends:
	<presence to='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc'></x></presence>
Juliet receives:
	<presence from='garden@conference.example.org/Romeo'/>
	<presence from='garden@conference.example.org/Juliet'/>
	<message type='groupchat' from='garden@conference.example.org/Romeo' id='m1'><body>number 1</body><delay xmlns='urn:xmpp:delay' from='garden@conference.example.org' stamp='{scansion:any}'/><stanza-id xmlns='urn:xmpp:sid:0' by='garden@conference.example.org' id='{scansion:any}'/></message>
	<message type='groupchat' from='garden@conference.example.org/Romeo' id='m2'><body>number 2</body><delay xmlns='urn:xmpp:delay' from='garden@conference.example.org' stamp='{scansion:any}'/><stanza-id xmlns='urn:xmpp:sid:0' by='garden@conference.example.org' id='{scansion:any}'/></message>
	<message type='groupchat' from='garden@conference.example.org/Romeo' id='m3'><body>number 3</body><delay xmlns='urn:xmpp:delay' from='garden@conference.example.org' stamp='{scansion:any}'/><stanza-id xmlns='urn:xmpp:sid:0' by='garden@conference.example.org' id='{scansion:any}'/></message>
	<message type='groupchat' from='garden@conference.example.org/Romeo' id='m4'><body>number 4</body><delay xmlns='urn:xmpp:delay' from='garden@conference.example.org' stamp='{scansion:any}'/><stanza-id xmlns='urn:xmpp:sid:0' by='garden@conference.example.org' id='{scansion:any}'/></message>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
Romeo receives:
	<presence from='garden@conference.example.org/Juliet'/>
Juliet sends:
	<presence type='unavailable' to='garden@conference.example.org/Juliet'/>
Juliet receives:
	<presence type='unavailable' from='garden@conference.example.org/Juliet'/>
Romeo receives:
	<presence type='unavailable' from='garden@conference.example.org/Juliet'/>
# so many
Juliet sends:
	<presence to='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc'><history maxstanzas='2'/></x></presence>
Juliet receives:
	<presence from='garden@conference.example.org/Romeo'/>
	<presence from='garden@conference.example.org/Juliet'/>
	<message type='groupchat' from='garden@conference.example.org/Romeo' id='m3'><body>number 3</body><delay xmlns='urn:xmpp:delay' from='garden@conference.example.org' stamp='{scansion:any}'/><stanza-id xmlns='urn:xmpp:sid:0' by='garden@conference.example.org' id='{scansion:any}'/></message>
	<message type='groupchat' from='garden@conference.example.org/Romeo' id='m4'><body>number 4</body><delay xmlns='urn:xmpp:delay' from='garden@conference.example.org' stamp='{scansion:any}'/><stanza-id xmlns='urn:xmpp:sid:0' by='garden@conference.example.org' id='{scansion:any}'/></message>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
Romeo receives:
	<presence from='garden@conference.example.org/Juliet'/>
Juliet sends:
	<presence type='unavailable' to='garden@conference.example.org/Juliet'/>
Juliet receives:
	<presence type='unavailable' from='garden@conference.example.org/Juliet'/>
Romeo receives:
	<presence type='unavailable' from='garden@conference.example.org/Juliet'/>
# none
Juliet sends:
	<presence to='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc'><history maxstanzas='0'/></x></presence>
Juliet receives:
	<presence from='garden@conference.example.org/Romeo'/>
	<presence from='garden@conference.example.org/Juliet'/>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
Romeo receives:
	<presence from='garden@conference.example.org/Juliet'/>
Juliet sends:
	<presence type='unavailable' to='garden@conference.example.org/Juliet'/>
Juliet receives:
	<presence type='unavailable' from='garden@conference.example.org/Juliet'/>
Romeo receives:
	<presence type='unavailable' from='garden@conference.example.org/Juliet'/>
Juliet sends:
	<presence to='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc'><history maxchars='0'/></x></presence>
Juliet receives:
	<presence from='garden@conference.example.org/Romeo'/>
	<presence from='garden@conference.example.org/Juliet'/>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
Romeo receives:
	<presence from='garden@conference.example.org/Juliet'/>
Juliet sends:
	<presence type='unavailable' to='garden@conference.example.org/Juliet'/>
Juliet receives:
	<presence type='unavailable' from='garden@conference.example.org/Juliet'/>
Romeo receives:
	<presence type='unavailable' from='garden@conference.example.org/Juliet'/>
# what was said in the last so many seconds
Juliet sends:
	<presence to='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc'><history seconds='130'/></x></presence>
Juliet receives:
	<presence from='garden@conference.example.org/Romeo'/>
	<presence from='garden@conference.example.org/Juliet'/>
	<message type='groupchat' from='garden@conference.example.org/Romeo' id='m3'><body>number 3</body><delay xmlns='urn:xmpp:delay' from='garden@conference.example.org' stamp='{scansion:any}'/><stanza-id xmlns='urn:xmpp:sid:0' by='garden@conference.example.org' id='{scansion:any}'/></message>
	<message type='groupchat' from='garden@conference.example.org/Romeo' id='m4'><body>number 4</body><delay xmlns='urn:xmpp:delay' from='garden@conference.example.org' stamp='{scansion:any}'/><stanza-id xmlns='urn:xmpp:sid:0' by='garden@conference.example.org' id='{scansion:any}'/></message>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
Romeo receives:
	<presence from='garden@conference.example.org/Juliet'/>
Juliet sends:
	<presence type='unavailable' to='garden@conference.example.org/Juliet'/>
Juliet receives:
	<presence type='unavailable' from='garden@conference.example.org/Juliet'/>
Romeo receives:
	<presence type='unavailable' from='garden@conference.example.org/Juliet'/>
# the narrowest limit counts
Juliet sends:
	<presence to='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc'><history seconds='130' maxstanzas='1'/></x></presence>
Juliet receives:
	<presence from='garden@conference.example.org/Romeo'/>
	<presence from='garden@conference.example.org/Juliet'/>
	<message type='groupchat' from='garden@conference.example.org/Romeo' id='m4'><body>number 4</body><delay xmlns='urn:xmpp:delay' from='garden@conference.example.org' stamp='{scansion:any}'/><stanza-id xmlns='urn:xmpp:sid:0' by='garden@conference.example.org' id='{scansion:any}'/></message>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
Romeo receives:
	<presence from='garden@conference.example.org/Juliet'/>
Juliet sends:
	<presence type='unavailable' to='garden@conference.example.org/Juliet'/>
Juliet receives:
	<presence type='unavailable' from='garden@conference.example.org/Juliet'/>
Romeo receives:
	<presence type='unavailable' from='garden@conference.example.org/Juliet'/>
# characters of whole stanzas
Juliet sends:
	<presence to='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc'><history maxchars='100'/></x></presence>
Juliet receives:
	<presence from='garden@conference.example.org/Romeo'/>
	<presence from='garden@conference.example.org/Juliet'/>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
Romeo receives:
	<presence from='garden@conference.example.org/Juliet'/>
Juliet sends:
	<presence type='unavailable' to='garden@conference.example.org/Juliet'/>
Juliet receives:
	<presence type='unavailable' from='garden@conference.example.org/Juliet'/>
Romeo receives:
	<presence type='unavailable' from='garden@conference.example.org/Juliet'/>
Juliet sends:
	<presence to='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc'><history maxchars='100000'/></x></presence>
Juliet receives:
	<presence from='garden@conference.example.org/Romeo'/>
	<presence from='garden@conference.example.org/Juliet'/>
	<message type='groupchat' from='garden@conference.example.org/Romeo' id='m1'><body>number 1</body><delay xmlns='urn:xmpp:delay' from='garden@conference.example.org' stamp='{scansion:any}'/><stanza-id xmlns='urn:xmpp:sid:0' by='garden@conference.example.org' id='{scansion:any}'/></message>
	<message type='groupchat' from='garden@conference.example.org/Romeo' id='m2'><body>number 2</body><delay xmlns='urn:xmpp:delay' from='garden@conference.example.org' stamp='{scansion:any}'/><stanza-id xmlns='urn:xmpp:sid:0' by='garden@conference.example.org' id='{scansion:any}'/></message>
	<message type='groupchat' from='garden@conference.example.org/Romeo' id='m3'><body>number 3</body><delay xmlns='urn:xmpp:delay' from='garden@conference.example.org' stamp='{scansion:any}'/><stanza-id xmlns='urn:xmpp:sid:0' by='garden@conference.example.org' id='{scansion:any}'/></message>
	<message type='groupchat' from='garden@conference.example.org/Romeo' id='m4'><body>number 4</body><delay xmlns='urn:xmpp:delay' from='garden@conference.example.org' stamp='{scansion:any}'/><stanza-id xmlns='urn:xmpp:sid:0' by='garden@conference.example.org' id='{scansion:any}'/></message>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
Romeo receives:
	<presence from='garden@conference.example.org/Juliet'/>
