# XEP-0313 §6.1.2: who may enter a room may read its archive
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
[Client] Nurse
	jid: nurse@example.org/kitchen
-----
Romeo sends:
	<presence to='garden@conference.example.org/Romeo'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Romeo receives:
	<presence from='garden@conference.example.org/Romeo'/>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
Romeo sends:
	<iq type='set' id='config' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#roomconfig</value></field></x></query></iq>
Romeo receives:
	<iq type='result' id='config' from='garden@conference.example.org'/>
Romeo sends:
	<message type='groupchat' to='garden@conference.example.org' id='m1'><body>one</body></message>
Romeo receives:
	<message type='groupchat' from='garden@conference.example.org/Romeo' id='m1'><body>one</body><stanza-id xmlns='urn:xmpp:sid:0' by='garden@conference.example.org' id='{capture:id1}'/></message>
# an open room's archive is for all, also for those who were never there
Nurse sends:
	<iq type='set' id='a' to='garden@conference.example.org'><query xmlns='urn:xmpp:mam:2'></query></iq>
Nurse receives:
	<message from='garden@conference.example.org'><result xmlns='urn:xmpp:mam:2' id='${id1}'><forwarded xmlns='urn:xmpp:forward:0'><delay xmlns='urn:xmpp:delay' stamp='{scansion:any}'/><message xmlns='jabber:client' from='garden@conference.example.org/Romeo' to='{scansion:none}' id='m1' type='groupchat' scansion:strict='false'><x xmlns='http://jabber.org/protocol/muc#user' scansion:absent='true' scansion:strict='false'/></message></forwarded></result></message>
	<iq type='result' id='a' from='garden@conference.example.org'><fin xmlns='urn:xmpp:mam:2' complete='true'><set xmlns='http://jabber.org/protocol/rsm'><first index='0'>${id1}</first><last>${id1}</last><count>1</count></set></fin></iq>
# with a password, for those who said it
Romeo sends:
	<presence to='tomb@conference.example.org/Romeo'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Romeo receives:
	<presence from='tomb@conference.example.org/Romeo'/>
	<message type='groupchat' from='tomb@conference.example.org'><subject></subject></message>
Romeo sends:
	<iq type='set' id='config' to='tomb@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#roomconfig</value></field><field var='muc#roomconfig_passwordprotectedroom'><value>1</value></field><field var='muc#roomconfig_roomsecret'><value>yew</value></field></x></query></iq>
Romeo receives:
	<iq type='result' id='config' from='tomb@conference.example.org'/>
Nurse sends:
	<iq type='set' id='c' to='tomb@conference.example.org'><query xmlns='urn:xmpp:mam:2'></query></iq>
Nurse receives:
	<iq type='error' id='c' from='tomb@conference.example.org'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
Nurse sends:
	<iq type='get' id='cm' to='tomb@conference.example.org'><metadata xmlns='urn:xmpp:mam:2'/></iq>
Nurse receives:
	<iq type='error' id='cm' from='tomb@conference.example.org'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
Nurse sends:
	<iq type='get' id='cf' to='tomb@conference.example.org'><query xmlns='urn:xmpp:mam:2'/></iq>
Nurse receives:
	<iq type='error' id='cf' from='tomb@conference.example.org'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
Nurse sends:
	<presence to='tomb@conference.example.org/Nurse'><x xmlns='http://jabber.org/protocol/muc'><password>yew</password></x></presence>
Nurse receives:
	<presence from='tomb@conference.example.org/Romeo'/>
	<presence from='tomb@conference.example.org/Nurse'/>
	<message type='groupchat' from='tomb@conference.example.org'><subject></subject></message>
Romeo receives:
	<presence from='tomb@conference.example.org/Nurse'/>
Nurse sends:
	<iq type='set' id='d' to='tomb@conference.example.org'><query xmlns='urn:xmpp:mam:2'></query></iq>
Nurse receives:
	<iq type='result' id='d' from='tomb@conference.example.org'><fin xmlns='urn:xmpp:mam:2' complete='true'><set xmlns='http://jabber.org/protocol/rsm'><count>0</count></set></fin></iq>
# of members, for members
Romeo sends:
	<presence to='vault@conference.example.org/Romeo'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Romeo receives:
	<presence from='vault@conference.example.org/Romeo'/>
	<message type='groupchat' from='vault@conference.example.org'><subject></subject></message>
Romeo sends:
	<iq type='set' id='config' to='vault@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#roomconfig</value></field><field var='muc#roomconfig_membersonly'><value>1</value></field></x></query></iq>
Romeo receives:
	<iq type='result' id='config' from='vault@conference.example.org'/>
Nurse sends:
	<iq type='set' id='e' to='vault@conference.example.org'><query xmlns='urn:xmpp:mam:2'></query></iq>
Nurse receives:
	<iq type='error' id='e' from='vault@conference.example.org'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
Romeo sends:
	<iq type='set' id='f' to='vault@conference.example.org'><query xmlns='urn:xmpp:mam:2'></query></iq>
Romeo receives:
	<iq type='result' id='f' from='vault@conference.example.org'><fin xmlns='urn:xmpp:mam:2' complete='true'><set xmlns='http://jabber.org/protocol/rsm'><count>0</count></set></fin></iq>
# without an archive nobody answers
Romeo sends:
	<presence to='square@conference.example.org/Romeo'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Romeo receives:
	<presence from='square@conference.example.org/Romeo'/>
	<message type='groupchat' from='square@conference.example.org'><subject></subject></message>
Romeo sends:
	<iq type='set' id='config' to='square@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#roomconfig</value></field><field var='muc#roomconfig_enablearchiving'><value>0</value></field></x></query></iq>
Romeo receives:
	<iq type='result' id='config' from='square@conference.example.org'/>
Romeo sends:
	<iq type='set' id='g' to='square@conference.example.org'><query xmlns='urn:xmpp:mam:2'></query></iq>
Romeo receives:
	<iq type='error' id='g' from='square@conference.example.org'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
# nor where there is no room
Romeo sends:
	<iq type='set' id='h' to='none@conference.example.org'><query xmlns='urn:xmpp:mam:2'></query></iq>
Romeo receives:
	<iq type='error' id='h' from='none@conference.example.org'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
