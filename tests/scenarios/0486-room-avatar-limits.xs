# XEP-0486: a picture may be too large; one of a room for members only is theirs; with avatarInPresence the room says its hash (§5.2)
[Server]
	option rooms maxVCardBytes: 4096
	option rooms avatarInPresence: true
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
-----
Romeo sends:
	<presence to='garden@conference.example.org/R'><x xmlns='http://jabber.org/protocol/muc'/></presence>
	<iq type='set' id='0' to='garden@conference.example.org'><vCard xmlns='vcard-temp'><PHOTO><BINVAL>aGVsbG8=</BINVAL></PHOTO></vCard></iq>
	<iq type='set' id='c' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#owner'>
		<x xmlns='jabber:x:data' type='submit'><field var='muc#roomconfig_membersonly'><value>1</value></field></x></query></iq>
Romeo receives:
	<presence from='garden@conference.example.org/R'/>
	<message type='groupchat' from='garden@conference.example.org'/>
	<iq type='error' id='0'><error type='wait'><unexpected-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='result' id='c'/>
Romeo sends:
	<iq type='set' id='1' to='garden@conference.example.org'><vCard xmlns='vcard-temp'><PHOTO><BINVAL>{repeat 1500 aaaa}</BINVAL></PHOTO></vCard></iq>
Romeo receives:
	<iq type='error' id='1'><error type='modify'><policy-violation xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
Romeo sends:
	<iq type='set' id='2' to='garden@conference.example.org'><vCard xmlns='vcard-temp'><PHOTO><BINVAL>aGVsbG8=</BINVAL></PHOTO></vCard></iq>
Romeo receives in any order:
	<iq type='result' id='2'/>
	<message type='groupchat' from='garden@conference.example.org'><x xmlns='http://jabber.org/protocol/muc#user'><status code='104'/></x></message>
	<presence from='garden@conference.example.org'><x xmlns='vcard-temp:x:update'><photo>aaf4c61ddcc5e8a2dabede0f3b482cd9aea9434d</photo></x></presence>
Juliet sends:
	<iq type='get' id='3' to='garden@conference.example.org'><vCard xmlns='vcard-temp'/></iq>
Juliet receives:
	<iq type='error' id='3'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
