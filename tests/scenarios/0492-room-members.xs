# XEP-0492, XEP-0357: members who are not in a room are told of what is said: in one that is open of mentions, in one for members of all, or as they want it
## federated: a room wakes devices of its own server alone
[Client] Phone
	jid: juliet@example.org/phone
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] App
	jid: push@example.org/app
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
Phone sends:
	<iq type='set' id='n0' to='garden@conference.example.org'><notify xmlns='urn:xmpp:notification-settings:1'><always/></notify></iq>
Phone receives:
	<iq type='error' id='n0' from='garden@conference.example.org'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
Romeo sends:
	<iq type='set' id='a1' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='member' jid='juliet@example.org'/></query></iq>
Romeo receives in any order:
	<iq type='result' id='a1' from='garden@conference.example.org'/>
	<message from='garden@conference.example.org' scansion:strict='false'/>
Phone sends:
	<iq type='get' id='n1' to='garden@conference.example.org'><notify xmlns='urn:xmpp:notification-settings:1'/></iq>
	<iq type='set' id='e1'><enable xmlns='urn:xmpp:push:0' jid='push@example.org/app' node='n'/></iq>
Phone receives:
	<iq type='result' id='n1' from='garden@conference.example.org'><notify xmlns='urn:xmpp:notification-settings:1'/></iq>
	<iq type='result' id='e1'/>
Phone disconnects
Romeo sends:
	<message to='garden@conference.example.org' type='groupchat' id='m1'><body>Is anybody there?</body></message>
Romeo receives:
	<message type='groupchat' id='m1'/>
App receives: nothing
Romeo sends:
	<message to='garden@conference.example.org' type='groupchat' id='m2'><body>Juliet, are you there?</body></message>
Romeo receives:
	<message type='groupchat' id='m2'/>
App receives:
	<iq type='set' from='example.org' id='{capture:p1}'/>
App sends:
	<iq type='result' id='${p1}' to='example.org'/>
Phone connects
Phone sends:
	<iq type='set' id='n2' to='garden@conference.example.org'><notify xmlns='urn:xmpp:notification-settings:1'><always/></notify></iq>
	<iq type='get' id='n3' to='garden@conference.example.org'><notify xmlns='urn:xmpp:notification-settings:1'/></iq>
Phone receives:
	<iq type='result' id='n2' from='garden@conference.example.org'/>
	<iq type='result' id='n3' from='garden@conference.example.org'><notify xmlns='urn:xmpp:notification-settings:1'><always/></notify></iq>
Phone disconnects
after 20s
Romeo sends:
	<message to='garden@conference.example.org' type='groupchat' id='m3'><body>Nobody?</body></message>
Romeo receives:
	<message type='groupchat' id='m3'/>
App receives:
	<iq type='set' from='example.org' id='{capture:p2}'/>
App sends:
	<iq type='result' id='${p2}' to='example.org'/>
