# XEP-0045 §10.9, XEP-0313: what was said in a room goes with it
[Client] Romeo
	jid: romeo@example.org/orchard
-----
Romeo sends:
	<presence to='garden@conference.example.org/Romeo'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Romeo receives:
	<presence from='garden@conference.example.org/Romeo'/>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
Romeo sends:
	<iq type='set' id='config' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#roomconfig</value></field><field var='muc#roomconfig_persistentroom'><value>1</value></field></x></query></iq>
Romeo receives:
	<iq type='result' id='config' from='garden@conference.example.org'/>
Romeo sends:
	<message type='groupchat' to='garden@conference.example.org' id='m1'><body>old secrets</body></message>
Romeo receives:
	<message type='groupchat' from='garden@conference.example.org/Romeo' id='m1'><body>old secrets</body><stanza-id xmlns='urn:xmpp:sid:0' by='garden@conference.example.org' id='{capture:id1}'/></message>
Romeo sends:
	<iq type='set' id='destroy' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#owner'><destroy/></query></iq>
Romeo receives:
	<presence type='unavailable' from='garden@conference.example.org/Romeo'/>
	<iq type='result' id='destroy' from='garden@conference.example.org'/>
# the next one begins with nothing, at once
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
	<iq type='set' id='a' to='garden@conference.example.org'><query xmlns='urn:xmpp:mam:2'></query></iq>
Romeo receives:
	<iq type='result' id='a' from='garden@conference.example.org'><fin xmlns='urn:xmpp:mam:2' complete='true'><set xmlns='http://jabber.org/protocol/rsm'><count>0</count></set></fin></iq>
Romeo sends:
	<iq type='set' id='b' to='garden@conference.example.org'><query xmlns='urn:xmpp:mam:2'><set xmlns='http://jabber.org/protocol/rsm'><after>${id1}</after></set></query></iq>
Romeo receives:
	<iq type='error' id='b' from='garden@conference.example.org'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
Romeo sends:
	<message type='groupchat' to='garden@conference.example.org' id='m2'><body>new</body></message>
Romeo receives:
	<message type='groupchat' from='garden@conference.example.org/Romeo' id='m2'><body>new</body><stanza-id xmlns='urn:xmpp:sid:0' by='garden@conference.example.org' id='{capture:id2}'/></message>
Romeo sends:
	<iq type='set' id='c' to='garden@conference.example.org'><query xmlns='urn:xmpp:mam:2'></query></iq>
Romeo receives:
	<message from='garden@conference.example.org'><result xmlns='urn:xmpp:mam:2' id='${id2}'><forwarded xmlns='urn:xmpp:forward:0'><delay xmlns='urn:xmpp:delay' stamp='{scansion:any}'/><message xmlns='jabber:client' from='garden@conference.example.org/Romeo' to='{scansion:none}' id='m2' type='groupchat' scansion:strict='false'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='owner' jid='romeo@example.org/orchard' role='moderator'/></x></message></forwarded></result></message>
	<iq type='result' id='c' from='garden@conference.example.org'><fin xmlns='urn:xmpp:mam:2' complete='true'><set xmlns='http://jabber.org/protocol/rsm'><first index='0'>${id2}</first><last>${id2}</last><count>1</count></set></fin></iq>
