# XEP-0045 §13.5: what is written to rooms that are not there takes no room's place
[Server]
	option rooms maxRoomsInMemory: 10
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
-----
Juliet sends:
	<iq type='get' id='i0' to='none0@conference.example.org'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
	<iq type='get' id='i1' to='none1@conference.example.org'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
	<iq type='get' id='i2' to='none2@conference.example.org'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
	<iq type='get' id='i3' to='none3@conference.example.org'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
	<iq type='get' id='i4' to='none4@conference.example.org'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
	<iq type='get' id='i5' to='none5@conference.example.org'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
	<iq type='get' id='i6' to='none6@conference.example.org'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
	<iq type='get' id='i7' to='none7@conference.example.org'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
	<iq type='get' id='i8' to='none8@conference.example.org'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
	<iq type='get' id='i9' to='none9@conference.example.org'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
	<iq type='get' id='i10' to='none10@conference.example.org'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
	<iq type='get' id='i11' to='none11@conference.example.org'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
	<message type='groupchat' id='m0' to='not0@conference.example.org'><body>x</body></message>
	<message type='groupchat' id='m1' to='not1@conference.example.org'><body>x</body></message>
	<message type='groupchat' id='m2' to='not2@conference.example.org'><body>x</body></message>
	<message type='groupchat' id='m3' to='not3@conference.example.org'><body>x</body></message>
	<message type='groupchat' id='m4' to='not4@conference.example.org'><body>x</body></message>
	<message type='groupchat' id='m5' to='not5@conference.example.org'><body>x</body></message>
	<message type='groupchat' id='m6' to='not6@conference.example.org'><body>x</body></message>
	<message type='groupchat' id='m7' to='not7@conference.example.org'><body>x</body></message>
	<message type='groupchat' id='m8' to='not8@conference.example.org'><body>x</body></message>
	<message type='groupchat' id='m9' to='not9@conference.example.org'><body>x</body></message>
	<message type='groupchat' id='m10' to='not10@conference.example.org'><body>x</body></message>
	<message type='groupchat' id='m11' to='not11@conference.example.org'><body>x</body></message>
	<presence type='unavailable' to='no0@conference.example.org/x'/>
	<presence type='unavailable' to='no1@conference.example.org/x'/>
	<presence type='unavailable' to='no2@conference.example.org/x'/>
	<presence type='unavailable' to='no3@conference.example.org/x'/>
	<presence type='unavailable' to='no4@conference.example.org/x'/>
	<presence type='unavailable' to='no5@conference.example.org/x'/>
	<presence type='unavailable' to='no6@conference.example.org/x'/>
	<presence type='unavailable' to='no7@conference.example.org/x'/>
	<presence type='unavailable' to='no8@conference.example.org/x'/>
	<presence type='unavailable' to='no9@conference.example.org/x'/>
	<presence type='unavailable' to='no10@conference.example.org/x'/>
	<presence type='unavailable' to='no11@conference.example.org/x'/>
Juliet receives in any order:
	<iq type='error' id='i0'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='error' id='i1'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='error' id='i2'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='error' id='i3'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='error' id='i4'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='error' id='i5'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='error' id='i6'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='error' id='i7'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='error' id='i8'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='error' id='i9'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='error' id='i10'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='error' id='i11'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<message type='error' id='m0'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
	<message type='error' id='m1'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
	<message type='error' id='m2'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
	<message type='error' id='m3'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
	<message type='error' id='m4'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
	<message type='error' id='m5'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
	<message type='error' id='m6'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
	<message type='error' id='m7'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
	<message type='error' id='m8'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
	<message type='error' id='m9'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
	<message type='error' id='m10'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
	<message type='error' id='m11'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
Romeo sends:
	<presence to='garden@conference.example.org/Romeo'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Romeo receives:
	<presence from='garden@conference.example.org/Romeo'/>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
Romeo sends:
	<iq type='set' id='c' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#roomconfig</value></field></x></query></iq>
Romeo receives:
	<iq type='result' id='c' from='garden@conference.example.org'/>
