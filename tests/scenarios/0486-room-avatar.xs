# XEP-0486: an owner sets the picture of a room; everybody learns of it and gets it, also from outside
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
-----
Romeo sends:
	<presence to='garden@conference.example.org/R'><x xmlns='http://jabber.org/protocol/muc'/></presence>
	<iq type='set' id='c' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'/></query></iq>
Romeo receives:
	<presence from='garden@conference.example.org/R'/>
	<message type='groupchat' from='garden@conference.example.org'/>
	<iq type='result' id='c'/>
Juliet sends:
	<iq type='get' id='1' to='conference.example.org'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
	<iq type='get' id='2' to='garden@conference.example.org'><vCard xmlns='vcard-temp'/></iq>
	<iq type='set' id='3' to='garden@conference.example.org'><vCard xmlns='vcard-temp'><PHOTO><BINVAL>aGVsbG8=</BINVAL></PHOTO></vCard></iq>
Juliet receives in any order:
	<iq type='result' id='1'><query xmlns='http://jabber.org/protocol/disco#info' scansion:strict='false'><feature var='vcard-temp'/></query></iq>
	<iq type='error' id='2'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='error' id='3'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
Romeo sends:
	<iq type='set' id='v' to='garden@conference.example.org'><vCard xmlns='vcard-temp'><PHOTO><TYPE>image/png</TYPE><BINVAL>aGVsbG8=</BINVAL></PHOTO>
		<PHOTO><TYPE>image/gif</TYPE><BINVAL>d29ybGQ=</BINVAL></PHOTO></vCard></iq>
Romeo receives in any order:
	<iq type='result' id='v'/>
	<message type='groupchat' from='garden@conference.example.org'><x xmlns='http://jabber.org/protocol/muc#user'><status code='104'/></x></message>
Juliet sends:
	<iq type='get' id='4' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
Juliet receives:
	<iq type='result' id='4'><query xmlns='http://jabber.org/protocol/disco#info' scansion:strict='false'><feature var='vcard-temp'/>
		<x xmlns='jabber:x:data' type='result' scansion:strict='false'><field var='muc#roominfo_avatarhash' type='text-multi' label='{scansion:any}'>
			<value>aaf4c61ddcc5e8a2dabede0f3b482cd9aea9434d</value><value>7c211433f02071597741e6ff5a8ea34789abbf43</value></field></x></query></iq>
Juliet sends:
	<iq type='get' id='5' to='garden@conference.example.org'><vCard xmlns='vcard-temp'/></iq>
Juliet receives:
	<iq type='result' id='5'><vCard xmlns='vcard-temp'><PHOTO><TYPE>image/png</TYPE><BINVAL>aGVsbG8=</BINVAL></PHOTO>
		<PHOTO><TYPE>image/gif</TYPE><BINVAL>d29ybGQ=</BINVAL></PHOTO></vCard></iq>
Romeo sends:
	<iq type='set' id='w' to='garden@conference.example.org'><vCard xmlns='vcard-temp'><PHOTO><BINVAL>?</BINVAL></PHOTO></vCard></iq>
Romeo receives:
	<iq type='error' id='w'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
Romeo sends:
	<iq type='set' id='x' to='garden@conference.example.org'><vCard xmlns='vcard-temp'/></iq>
Romeo receives in any order:
	<iq type='result' id='x'/>
	<message type='groupchat' from='garden@conference.example.org'><x xmlns='http://jabber.org/protocol/muc#user'><status code='104'/></x></message>
Juliet sends:
	<iq type='get' id='6' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
Juliet receives:
	<iq type='result' id='6'><query xmlns='http://jabber.org/protocol/disco#info' scansion:strict='false'>
		<x xmlns='jabber:x:data' type='result' scansion:strict='false'><field var='muc#roominfo_avatarhash' scansion:absent='true' scansion:strict='false'/></x></query></iq>
Juliet sends:
	<iq type='get' id='7' to='garden@conference.example.org'><vCard xmlns='vcard-temp'/></iq>
Juliet receives:
	<iq type='result' id='7'><vCard xmlns='vcard-temp'/></iq>
