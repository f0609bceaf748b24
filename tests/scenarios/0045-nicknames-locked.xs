# XEP-0045 §7.10, §7.6: where nicknames are locked, who registers one gets it at once, and keeps it
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
	<iq type='set' id='c' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#roomconfig</value></field><field var='{urn:balcony:muc}roomconfig_locknicknames'><value>1</value></field></x></query></iq>
Romeo receives:
	<iq type='result' id='c' from='garden@conference.example.org'/>
Juliet sends:
	<presence to='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Juliet receives:
	<presence from='garden@conference.example.org/Romeo'/>
	<presence from='garden@conference.example.org/Juliet'/>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
Romeo receives:
	<presence from='garden@conference.example.org/Juliet'/>
Juliet sends:
	<iq type='set' id='r' to='garden@conference.example.org'><query xmlns='jabber:iq:register'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#register</value></field><field var='muc#register_roomnick'><value>Capulet</value></field></x></query></iq>
Juliet receives in any order:
	<iq type='result' id='r' from='garden@conference.example.org'/>
	<presence from='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc#user' scansion:strict='false'><item affiliation='member' role='participant' scansion:strict='false'/><status code='110'/></x></presence>
	<presence type='unavailable' from='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc#user' scansion:strict='false'><item affiliation='member' role='participant' nick='Capulet' scansion:strict='false'/><status code='110'/><status code='303'/></x></presence>
	<presence from='garden@conference.example.org/Capulet'><x xmlns='http://jabber.org/protocol/muc#user' scansion:strict='false'><item affiliation='member' role='participant' scansion:strict='false'/><status code='110'/><status code='210'/></x></presence>
Romeo receives:
	<presence from='garden@conference.example.org/Juliet'/>
	<presence type='unavailable' from='garden@conference.example.org/Juliet'/>
	<presence from='garden@conference.example.org/Capulet'><x xmlns='http://jabber.org/protocol/muc#user' scansion:strict='false'><item affiliation='member' role='participant' scansion:strict='false'/><status code='210'/></x></presence>
Juliet sends:
	<presence id='n' to='garden@conference.example.org/Juliet'/>
Juliet receives:
	<presence type='error' id='n'><error type='cancel'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
Romeo sends:
	<presence id='n2' to='garden@conference.example.org/capulet'/>
	<presence id='n3' to='garden@conference.example.org/Саpulet'/>
Romeo receives:
	<presence type='error' id='n2'><error type='cancel'><conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
	<presence type='error' id='n3'><error type='cancel'><conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
# Asked from outside, or from inside: the same (§7.12)
Juliet sends:
	<iq type='get' id='q' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/disco#info' node='x-roomuser-item'/></iq>
Juliet receives:
	<iq type='result' id='q' from='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/disco#info' node='x-roomuser-item'><identity category='conference' type='text' name='Capulet'/></query></iq>
