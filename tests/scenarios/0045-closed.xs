# XEP-0045: a room that is closed to other servers: who is of one is put out, and gets nothing of it
[Server]
	federated: on
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Paris
	jid: paris@example.net/street
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
Paris sends:
	<presence to='garden@conference.example.org/Paris'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Paris receives:
	<presence from='garden@conference.example.org/Romeo'/>
	<presence from='garden@conference.example.org/Paris'/>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
Romeo receives:
	<presence from='garden@conference.example.org/Paris'/>
Paris sends:
	<iq type='get' id='q0' to='garden@conference.example.org'><vCard xmlns='vcard-temp'/></iq>
Paris receives:
	<iq type='error' id='q0' from='garden@conference.example.org'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
Romeo sends:
	<iq type='set' id='cl' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#roomconfig</value></field><field var='{urn:balcony:muc}roomconfig_federated'><value>0</value></field></x></query></iq>
Paris receives:
	<presence type='unavailable' from='garden@conference.example.org/Paris'><x xmlns='http://jabber.org/protocol/muc#user' scansion:strict='false'><item affiliation='none' role='none' scansion:strict='false'/><status code='110'/><status code='307'/></x></presence>
Romeo receives in any order:
	<iq type='result' id='cl' from='garden@conference.example.org'/>
	<presence type='unavailable' from='garden@conference.example.org/Paris'/>
	<message type='groupchat' from='garden@conference.example.org'/>
Paris sends:
	<presence id='p1' to='garden@conference.example.org/Paris'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Paris receives:
	<presence type='error' id='p1'><error type='cancel'><not-allowed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
Paris sends:
	<iq type='set' id='q1' to='garden@conference.example.org'><query xmlns='urn:xmpp:mam:2'/></iq>
	<iq type='get' id='q2' to='garden@conference.example.org'><vCard xmlns='vcard-temp'/></iq>
	<iq type='get' id='q3' to='garden@conference.example.org'><query xmlns='jabber:iq:register'/></iq>
	<message id='d1' to='garden@conference.example.org'><x xmlns='http://jabber.org/protocol/muc#user'><decline to='romeo@example.org'/></x></message>
Paris receives in any order:
	<iq type='error' id='q1' from='garden@conference.example.org'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='error' id='q2' from='garden@conference.example.org'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='error' id='q3' from='garden@conference.example.org'><error type='cancel'><not-allowed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<message type='error' id='d1'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
Romeo sends:
	<message id='i1' to='garden@conference.example.org'><x xmlns='http://jabber.org/protocol/muc#user'><invite to='paris@example.net'/></x></message>
Romeo receives:
	<message type='error' id='i1'><error type='cancel'><not-allowed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
# An owner of another server does not shut himself out
Romeo sends:
	<iq type='set' id='op' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#roomconfig</value></field><field var='{urn:balcony:muc}roomconfig_federated'><value>1</value></field></x></query></iq>
	<iq type='set' id='ow' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item jid='paris@example.net' affiliation='owner'/></query></iq>
Romeo receives in any order:
	<iq type='result' id='op' from='garden@conference.example.org'/>
	<message type='groupchat' from='garden@conference.example.org'/>
	<iq type='result' id='ow' from='garden@conference.example.org'/>
	<message from='garden@conference.example.org'/>
Paris sends:
	<iq type='set' id='no' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#roomconfig</value></field><field var='{urn:balcony:muc}roomconfig_federated'><value>0</value></field></x></query></iq>
Paris receives:
	<iq type='error' id='no' from='garden@conference.example.org'><error type='modify'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
