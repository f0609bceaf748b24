# XEP-0045 §7.2.2, §7.6, RFC 7622 §3.4, RFC 8266: a nickname that is prepared is seen as it is then; one with other capitals is the same, one that cannot be is none
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
	<iq type='set' id='c' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#roomconfig</value></field></x></query></iq>
Romeo receives:
	<iq type='result' id='c' from='garden@conference.example.org'/>
Juliet sends:
	<presence to='garden@conference.example.org/André'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Juliet receives:
	<presence from='garden@conference.example.org/Romeo'/>
	<presence from='garden@conference.example.org/André'><x xmlns='http://jabber.org/protocol/muc#user' scansion:strict='false'><item affiliation='none' role='participant' scansion:strict='false'/><status code='110'/></x></presence>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
Romeo receives:
	<presence from='garden@conference.example.org/André'/>
Juliet sends:
	<presence to='garden@conference.example.org/Zoë'/>
Juliet receives:
	<presence type='unavailable' from='garden@conference.example.org/André'/>
	<presence from='garden@conference.example.org/Zoë'><x xmlns='http://jabber.org/protocol/muc#user' scansion:strict='false'><item affiliation='none' role='participant' scansion:strict='false'/></x></presence>
Romeo receives:
	<presence type='unavailable' from='garden@conference.example.org/André'/>
	<presence from='garden@conference.example.org/Zoë'><x xmlns='http://jabber.org/protocol/muc#user' scansion:strict='false'><item affiliation='none' role='participant' scansion:strict='false'/></x></presence>
Juliet sends:
	<presence id='c1' to='garden@conference.example.org/romeo'/>
	<presence id='c2' to='garden@conference.example.org/ROMEO'/>
	<presence id='c3' to='garden@conference.example.org/Rom​eo'/>
	<presence id='c4' to='garden@conference.example.org/‮oemoR'/>
	<presence id='c5' to='garden@conference.example.org/͸'/>
	<presence id='c6' to='garden@conference.example.org/'/>
Juliet receives in any order:
	<presence type='error' id='c1'><error type='cancel'><conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
	<presence type='error' id='c2'><error type='cancel'><conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
	<presence type='error' id='c3'><error type='modify'><jid-malformed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
	<presence type='error' id='c4'><error type='modify'><jid-malformed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
	<presence type='error' id='c5'><error type='modify'><jid-malformed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
	<presence type='error' id='c6'><error type='modify'><jid-malformed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
# One's own may have other capitals
Romeo sends:
	<presence to='garden@conference.example.org/ROMEO'/>
Juliet receives:
	<presence type='unavailable' from='garden@conference.example.org/Romeo'/>
	<presence from='garden@conference.example.org/ROMEO'/>
Romeo receives:
	<presence type='unavailable' from='garden@conference.example.org/Romeo'/>
	<presence from='garden@conference.example.org/ROMEO'/>
Juliet sends:
	<presence id='c7' to='garden@conference.example.org/Romeo'/>
Juliet receives:
	<presence type='error' id='c7'><error type='cancel'><conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
