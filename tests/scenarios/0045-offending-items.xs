# XEP-0045 §8.4, §9.2: a list with one change that is not allowed changes nothing, and the error says which
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
[Client] Nurse
	jid: nurse@example.org/house
[Client] Tybalt
	jid: tybalt@example.org/street
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
Nurse sends:
	<presence to='garden@conference.example.org/Nurse'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Nurse receives in any order:
	<presence from='garden@conference.example.org/Romeo'/>
	<presence from='garden@conference.example.org/Juliet'/>
	<presence from='garden@conference.example.org/Nurse'/>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
Romeo receives:
	<presence from='garden@conference.example.org/Nurse'/>
Juliet receives:
	<presence from='garden@conference.example.org/Nurse'/>
Tybalt sends:
	<presence to='garden@conference.example.org/Tybalt'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Tybalt receives in any order:
	<presence from='garden@conference.example.org/Romeo'/>
	<presence from='garden@conference.example.org/Juliet'/>
	<presence from='garden@conference.example.org/Nurse'/>
	<presence from='garden@conference.example.org/Tybalt'/>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
Romeo receives:
	<presence from='garden@conference.example.org/Tybalt'/>
Juliet receives:
	<presence from='garden@conference.example.org/Tybalt'/>
Nurse receives:
	<presence from='garden@conference.example.org/Tybalt'/>
Romeo sends:
	<iq type='set' id='a1' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item jid='juliet@example.org' affiliation='admin'/></query></iq>
Romeo receives:
	<iq type='result' id='a1' from='garden@conference.example.org'/>
	<presence from='garden@conference.example.org/Juliet'/>
Juliet receives in any order:
	<presence from='garden@conference.example.org/Juliet'/>
	<presence from='garden@conference.example.org/Romeo'/>
	<presence from='garden@conference.example.org/Nurse'/>
	<presence from='garden@conference.example.org/Tybalt'/>
Nurse receives:
	<presence from='garden@conference.example.org/Juliet'/>
Tybalt receives:
	<presence from='garden@conference.example.org/Juliet'/>
# §8.4
Juliet sends:
	<iq type='set' id='a2' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item nick='Nurse' role='visitor'/><item nick='Romeo' role='visitor'><reason>no</reason></item></query></iq>
Juliet receives:
	<iq type='error' id='a2' from='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item nick='Romeo' role='visitor'/></query><error type='cancel'><not-allowed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
# §9.2
Juliet sends:
	<iq type='set' id='a3' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item jid='nurse@example.org' affiliation='outcast'/><item jid='romeo@example.org' affiliation='outcast'/><item jid='tybalt@example.org' affiliation='outcast'/></query></iq>
Juliet receives:
	<iq type='error' id='a3' from='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item jid='romeo@example.org' affiliation='outcast'/></query><error type='cancel'><not-allowed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
Juliet sends:
	<iq type='set' id='a4' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item jid='juliet@example.org' affiliation='outcast'/><item jid='nurse@example.org' affiliation='outcast'/></query></iq>
Juliet receives:
	<iq type='error' id='a4' from='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item jid='juliet@example.org' affiliation='outcast'/></query><error type='cancel'><conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
Nurse receives: nothing
Tybalt receives: nothing
Romeo receives: nothing
# Both attributes, none, nobody, an unknown word, somebody twice: §17.4
Juliet sends:
	<iq type='set' id='b0' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item nick='Nurse' role='visitor' affiliation='member'/></query></iq>
	<iq type='set' id='b1' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item nick='Nurse'/></query></iq>
	<iq type='set' id='b2' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item role='visitor'/></query></iq>
	<iq type='set' id='b3' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item nick='Nurse' role='king'/></query></iq>
	<iq type='set' id='b4' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item jid='nurse@example.org' affiliation='friend'/></query></iq>
	<iq type='set' id='b5' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'></query></iq>
	<iq type='set' id='b6' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item jid='nurse@example.org' affiliation='member'/><item jid='nurse@example.org/x' affiliation='none'/></query></iq>
Juliet receives:
	<iq type='error' id='b0' from='garden@conference.example.org'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='error' id='b1' from='garden@conference.example.org'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='error' id='b2' from='garden@conference.example.org'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='error' id='b3' from='garden@conference.example.org'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='error' id='b4' from='garden@conference.example.org'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='error' id='b5' from='garden@conference.example.org'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='error' id='b6' from='garden@conference.example.org'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
Juliet sends:
	<iq type='set' id='n1' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item nick='Mercutio' role='none'/></query></iq>
	<iq type='set' id='n2' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item jid='@' affiliation='member'/></query></iq>
	<iq type='set' id='n3' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item jid='garden@conference.example.org' affiliation='member'/></query></iq>
	<iq type='set' id='n4' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item jid='garden@conference.example.org/Mercutio' affiliation='member'/></query></iq>
Juliet receives:
	<iq type='error' id='n1' from='garden@conference.example.org'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='error' id='n2' from='garden@conference.example.org'><error type='modify'><jid-malformed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='error' id='n3' from='garden@conference.example.org'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='error' id='n4' from='garden@conference.example.org'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
# A nickname is reserved for one of the list
Juliet sends:
	<iq type='set' id='r1' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item jid='paris@example.org' nick='Count' affiliation='member'/><item jid='benvolio@example.org' nick='Count' affiliation='member'/></query></iq>
Juliet receives:
	<iq type='error' id='r1' from='garden@conference.example.org'><error type='cancel'><conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
# By the occupant's address it is he who is meant
Juliet sends:
	<iq type='set' id='o1' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item jid='garden@conference.example.org/Tybalt' affiliation='outcast'/></query></iq>
Juliet receives:
	<iq type='result' id='o1' from='garden@conference.example.org'/>
	<presence from='garden@conference.example.org/Tybalt' type='unavailable'><x xmlns='http://jabber.org/protocol/muc#user' scansion:strict='false'><status code='301'/></x></presence>
Romeo receives:
	<presence from='garden@conference.example.org/Tybalt' type='unavailable'><x xmlns='http://jabber.org/protocol/muc#user' scansion:strict='false'><status code='301'/></x></presence>
Nurse receives:
	<presence from='garden@conference.example.org/Tybalt' type='unavailable'><x xmlns='http://jabber.org/protocol/muc#user' scansion:strict='false'><status code='301'/></x></presence>
Tybalt receives:
	<presence from='garden@conference.example.org/Tybalt' type='unavailable'><x xmlns='http://jabber.org/protocol/muc#user' scansion:strict='false'><status code='301'/></x></presence>
Juliet sends:
	<iq type='get' id='o2' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='outcast'/></query></iq>
Juliet receives:
	<iq type='result' id='o2' from='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='outcast' jid='tybalt@example.org'/></query></iq>
