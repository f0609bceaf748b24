# XEP-0045 §7.2.14, XEP-0334: the history has what means something to somebody who enters: with or without a body, no markers, no subject, nothing that was not to be kept
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
	<iq type='set' id='config' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#roomconfig</value></field><field var='muc#maxhistoryfetch'><value>3</value></field></x></query></iq>
Romeo receives:
	<iq type='result' id='config' from='garden@conference.example.org'/>
Romeo sends:
	<message type='groupchat' to='garden@conference.example.org' id='m1'><body>one</body></message>
Romeo receives:
	<message type='groupchat' from='garden@conference.example.org/Romeo' id='m1'><body>one</body></message>
Romeo sends:
	<message type='groupchat' to='garden@conference.example.org' id='e1'><encrypted xmlns='eu.siacs.conversations.axolotl'><header sid='1'/></encrypted></message>
Romeo receives:
	<message type='groupchat' from='garden@conference.example.org/Romeo' id='e1'></message>
Romeo sends:
	<message type='groupchat' to='garden@conference.example.org' id='n1'><body>not kept</body><no-store xmlns='urn:xmpp:hints'/></message>
Romeo receives:
	<message type='groupchat' from='garden@conference.example.org/Romeo' id='n1'><body>not kept</body></message>
Romeo sends:
	<message type='groupchat' to='garden@conference.example.org' id='t1'><body>remembered</body><no-permanent-store xmlns='urn:xmpp:hints'/></message>
Romeo receives:
	<message type='groupchat' from='garden@conference.example.org/Romeo' id='t1'><body>remembered</body></message>
Romeo sends:
	<message type='groupchat' to='garden@conference.example.org' id='c1'><displayed xmlns='urn:xmpp:chat-markers:0' id='m1'/></message>
Romeo receives:
	<message type='groupchat' from='garden@conference.example.org/Romeo' id='c1'></message>
Romeo sends:
	<message type='groupchat' to='garden@conference.example.org' id='s1'><composing xmlns='http://jabber.org/protocol/chatstates'/></message>
Romeo receives:
	<message type='groupchat' from='garden@conference.example.org/Romeo' id='s1'></message>
Romeo sends:
	<message type='groupchat' to='garden@conference.example.org' id='r1'><reactions xmlns='urn:xmpp:reactions:0' id='x'><reaction>&#x1F339;</reaction></reactions></message>
Romeo receives:
	<message type='groupchat' from='garden@conference.example.org/Romeo' id='r1'></message>
# at most three, whatever is asked for
Juliet sends:
	<presence to='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc'><history maxstanzas='10'/></x></presence>
Juliet receives:
	<presence from='garden@conference.example.org/Romeo'/>
	<presence from='garden@conference.example.org/Juliet'/>
	<message type='groupchat' from='garden@conference.example.org/Romeo' id='e1'><encrypted xmlns='eu.siacs.conversations.axolotl'><header sid='1'/></encrypted><delay xmlns='urn:xmpp:delay' from='garden@conference.example.org' stamp='{scansion:any}'/></message>
	<message type='groupchat' from='garden@conference.example.org/Romeo' id='t1'><delay xmlns='urn:xmpp:delay' from='garden@conference.example.org' stamp='{scansion:any}'/></message>
	<message type='groupchat' from='garden@conference.example.org/Romeo' id='r1'><delay xmlns='urn:xmpp:delay' from='garden@conference.example.org' stamp='{scansion:any}'/></message>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
Romeo receives:
	<presence from='garden@conference.example.org/Juliet'/>
