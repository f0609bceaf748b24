# XEP-0045 §17.3, XEP-0359, XEP-0421, XEP-0425: what only the room may say is taken out of what occupants say
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
	<presence to='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Juliet receives:
	<presence from='garden@conference.example.org/Romeo'/>
	<presence from='garden@conference.example.org/Juliet'/>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
Romeo receives:
	<presence from='garden@conference.example.org/Juliet'/>
Juliet sends:
	<message type='groupchat' to='garden@conference.example.org' id='m1'><body>hail</body><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='owner' role='moderator' jid='romeo@example.org'/><status code='110'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='romeo'/><hats xmlns='urn:xmpp:hats:0'><hat uri='urn:king' title='King'/></hats><stanza-id xmlns='urn:xmpp:sid:0' by='garden@conference.example.org' id='forged'/><stanza-id xmlns='urn:xmpp:sid:0' by='romeo@example.org' id='forged'/><delay xmlns='urn:xmpp:delay' from='garden@conference.example.org' stamp='2001-01-01T00:00:00Z'/><x xmlns='jabber:x:delay' from='conference.example.org' stamp='20010101T00:00:00'/><addresses xmlns='http://jabber.org/protocol/address'><address type='ofrom' jid='romeo@example.org/orchard'/></addresses><retracted xmlns='urn:xmpp:message-retract:1' id='x' stamp='2001-01-01T00:00:00Z'/><retract xmlns='urn:xmpp:message-retract:1' id='x'><moderated xmlns='urn:xmpp:message-moderate:1' by='romeo'/></retract></message>
Romeo receives:
	<message type='groupchat' from='garden@conference.example.org/Juliet' id='m1'><body>hail</body><hats xmlns='urn:xmpp:hats:0' scansion:absent='true' scansion:strict='false'/><stanza-id xmlns='urn:xmpp:sid:0' id='forged' scansion:absent='true' scansion:strict='false'/><occupant-id xmlns='urn:xmpp:occupant-id:0' id='romeo' scansion:absent='true'/><delay xmlns='urn:xmpp:delay' scansion:absent='true' scansion:strict='false'/><x xmlns='jabber:x:delay' scansion:absent='true' scansion:strict='false'/><addresses xmlns='http://jabber.org/protocol/address' scansion:absent='true' scansion:strict='false'/><retracted xmlns='urn:xmpp:message-retract:1' scansion:absent='true' scansion:strict='false'/><retract xmlns='urn:xmpp:message-retract:1' scansion:absent='true' scansion:strict='false'/><x xmlns='http://jabber.org/protocol/muc#user' scansion:absent='true' scansion:strict='false'/></message>
Juliet receives:
	<message type='groupchat' from='garden@conference.example.org/Juliet' id='m1'><body>hail</body><hats xmlns='urn:xmpp:hats:0' scansion:absent='true' scansion:strict='false'/><stanza-id xmlns='urn:xmpp:sid:0' id='forged' scansion:absent='true' scansion:strict='false'/><occupant-id xmlns='urn:xmpp:occupant-id:0' id='romeo' scansion:absent='true'/><delay xmlns='urn:xmpp:delay' scansion:absent='true' scansion:strict='false'/><x xmlns='jabber:x:delay' scansion:absent='true' scansion:strict='false'/><addresses xmlns='http://jabber.org/protocol/address' scansion:absent='true' scansion:strict='false'/><retracted xmlns='urn:xmpp:message-retract:1' scansion:absent='true' scansion:strict='false'/><retract xmlns='urn:xmpp:message-retract:1' scansion:absent='true' scansion:strict='false'/><x xmlns='http://jabber.org/protocol/muc#user' scansion:absent='true' scansion:strict='false'/></message>
Juliet sends:
	<message type='chat' to='garden@conference.example.org/Romeo' id='m2'><body>psst</body><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='owner' role='moderator' jid='romeo@example.org'/><status code='110'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='romeo'/><hats xmlns='urn:xmpp:hats:0'><hat uri='urn:king' title='King'/></hats><stanza-id xmlns='urn:xmpp:sid:0' by='garden@conference.example.org' id='forged'/><stanza-id xmlns='urn:xmpp:sid:0' by='romeo@example.org' id='forged'/><delay xmlns='urn:xmpp:delay' from='garden@conference.example.org' stamp='2001-01-01T00:00:00Z'/><x xmlns='jabber:x:delay' from='conference.example.org' stamp='20010101T00:00:00'/><addresses xmlns='http://jabber.org/protocol/address'><address type='ofrom' jid='romeo@example.org/orchard'/></addresses><retracted xmlns='urn:xmpp:message-retract:1' id='x' stamp='2001-01-01T00:00:00Z'/><retract xmlns='urn:xmpp:message-retract:1' id='x'><moderated xmlns='urn:xmpp:message-moderate:1' by='romeo'/></retract></message>
Romeo receives:
	<message type='chat' from='garden@conference.example.org/Juliet' id='m2'><body>psst</body><x xmlns='http://jabber.org/protocol/muc#user'/><hats xmlns='urn:xmpp:hats:0' scansion:absent='true' scansion:strict='false'/><stanza-id xmlns='urn:xmpp:sid:0' id='forged' scansion:absent='true' scansion:strict='false'/><occupant-id xmlns='urn:xmpp:occupant-id:0' id='romeo' scansion:absent='true'/><delay xmlns='urn:xmpp:delay' scansion:absent='true' scansion:strict='false'/><x xmlns='jabber:x:delay' scansion:absent='true' scansion:strict='false'/><addresses xmlns='http://jabber.org/protocol/address' scansion:absent='true' scansion:strict='false'/><retracted xmlns='urn:xmpp:message-retract:1' scansion:absent='true' scansion:strict='false'/><retract xmlns='urn:xmpp:message-retract:1' scansion:absent='true' scansion:strict='false'/></message>
Juliet sends:
	<presence id='p1' to='garden@conference.example.org/Juliet'><show>away</show><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='owner' role='moderator' jid='romeo@example.org'/><status code='110'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='romeo'/><hats xmlns='urn:xmpp:hats:0'><hat uri='urn:king' title='King'/></hats></presence>
Romeo receives:
	<presence from='garden@conference.example.org/Juliet'><show>away</show><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant' jid='juliet@example.org/balcony'/></x><hats xmlns='urn:xmpp:hats:0' scansion:absent='true' scansion:strict='false'/><occupant-id xmlns='urn:xmpp:occupant-id:0' id='romeo' scansion:absent='true'/></presence>
Juliet receives:
	<presence from='garden@conference.example.org/Juliet'><show>away</show><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant' jid='juliet@example.org/balcony'/><status code='110'/></x></presence>
# §7.9: what somebody says of his own message stays
Juliet sends:
	<message type='groupchat' to='garden@conference.example.org' id='m3'><body>old</body><delay xmlns='urn:xmpp:delay' from='juliet@example.org/balcony' stamp='2001-01-01T00:00:00Z'/></message>
Romeo receives:
	<message type='groupchat' from='garden@conference.example.org/Juliet' id='m3'><body>old</body><delay xmlns='urn:xmpp:delay' from='juliet@example.org/balcony' stamp='2001-01-01T00:00:00Z'/></message>
Juliet receives:
	<message type='groupchat' from='garden@conference.example.org/Juliet' id='m3'><body>old</body><delay xmlns='urn:xmpp:delay' from='juliet@example.org/balcony' stamp='2001-01-01T00:00:00Z'/></message>
# §17.3: other types than available and unavailable are nothing to a room
Juliet sends:
	<presence type='probe' to='garden@conference.example.org/Romeo'/>
	<presence type='subscribe' to='garden@conference.example.org/Romeo'/>
	<presence type='unavailable' to='other@conference.example.org/Juliet'/>
	<presence type='unsubscribed' to='garden@conference.example.org'/>
Romeo receives: nothing
Juliet receives: nothing
Juliet sends:
	<presence id='bare' to='garden@conference.example.org'/>
	<message type='groupchat' to='garden@conference.example.org/Romeo' id='g1'><body>x</body></message>
	<message type='chat' to='garden@conference.example.org' id='g2'><body>x</body></message>
	<message to='garden@conference.example.org' id='g3'/>
Juliet receives:
	<presence type='error' id='bare'><error type='modify'><jid-malformed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
	<message type='error' id='g1'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
	<message type='error' id='g2'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
	<message type='error' id='g3'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
