# XEP-0045 §6.3: public rooms are listed, in pages (XEP-0059) when they are many; hidden and unconfigured ones are not
[Server]
	option rooms maxPageItems: 10
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
-----
Romeo sends:
	<presence to='garden@conference.example.org/R'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Romeo receives:
	<presence from='garden@conference.example.org/R'/>
	<message type='groupchat' from='garden@conference.example.org'/>
Juliet sends:
	<iq type='get' id='1' to='conference.example.org'><query xmlns='http://jabber.org/protocol/disco#items'/></iq>
Juliet receives:
	<iq type='result' id='1'><query xmlns='http://jabber.org/protocol/disco#items'/></iq>
Romeo sends:
	<iq type='set' id='c' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#owner'>
		<x xmlns='jabber:x:data' type='submit'><field var='muc#roomconfig_roomname'><value>The Garden</value></field>
		<field var='muc#roomconfig_persistentroom'><value>1</value></field></x></query></iq>
Romeo receives:
	<iq type='result' id='c'/>
Juliet sends:
	<iq type='get' id='2' to='conference.example.org'><query xmlns='http://jabber.org/protocol/disco#items'/></iq>
Juliet receives:
	<iq type='result' id='2'><query xmlns='http://jabber.org/protocol/disco#items'><item jid='garden@conference.example.org' name='The Garden'/></query></iq>
Romeo sends:
	<presence to='alcove@conference.example.org/R'><x xmlns='http://jabber.org/protocol/muc'/></presence>
	<iq type='set' id='d' to='alcove@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'/></query></iq>
	<presence to='vault@conference.example.org/R'><x xmlns='http://jabber.org/protocol/muc'/></presence>
	<iq type='set' id='e' to='vault@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#owner'>
		<x xmlns='jabber:x:data' type='submit'><field var='muc#roomconfig_publicroom'><value>0</value></field></x></query></iq>
Romeo receives in any order:
	<presence from='alcove@conference.example.org/R'/>
	<message type='groupchat' from='alcove@conference.example.org'/>
	<iq type='result' id='d'/>
	<presence from='vault@conference.example.org/R'/>
	<message type='groupchat' from='vault@conference.example.org'/>
	<iq type='result' id='e'/>
Romeo sends:
	<iq type='get' id='3' to='conference.example.org'><query xmlns='http://jabber.org/protocol/disco#items'/></iq>
Romeo receives:
	<iq type='result' id='3'><query xmlns='http://jabber.org/protocol/disco#items'>
		<item jid='alcove@conference.example.org'/><item jid='garden@conference.example.org' name='The Garden'/></query></iq>
Juliet sends:
	<iq type='get' id='4' to='conference.example.org'><query xmlns='http://jabber.org/protocol/disco#items'><set xmlns='http://jabber.org/protocol/rsm'><max>1</max></set></query></iq>
Juliet receives:
	<iq type='result' id='4'><query xmlns='http://jabber.org/protocol/disco#items'><item jid='alcove@conference.example.org'/>
		<set xmlns='http://jabber.org/protocol/rsm'><first index='0'>alcove@conference.example.org</first><last>alcove@conference.example.org</last><count>2</count></set></query></iq>
Juliet sends:
	<iq type='get' id='5' to='conference.example.org'><query xmlns='http://jabber.org/protocol/disco#items'>
		<set xmlns='http://jabber.org/protocol/rsm'><max>1</max><after>alcove@conference.example.org</after></set></query></iq>
Juliet receives:
	<iq type='result' id='5'><query xmlns='http://jabber.org/protocol/disco#items'><item jid='garden@conference.example.org' name='The Garden'/>
		<set xmlns='http://jabber.org/protocol/rsm'><first index='1'>garden@conference.example.org</first><last>garden@conference.example.org</last><count>2</count></set></query></iq>
Juliet sends:
	<iq type='get' id='6' to='conference.example.org'><query xmlns='http://jabber.org/protocol/disco#items'><set xmlns='http://jabber.org/protocol/rsm'><max>1</max><before/></set></query></iq>
Juliet receives:
	<iq type='result' id='6'><query xmlns='http://jabber.org/protocol/disco#items'><item jid='garden@conference.example.org' name='The Garden'/>
		<set xmlns='http://jabber.org/protocol/rsm'><first index='1'>garden@conference.example.org</first><last>garden@conference.example.org</last><count>2</count></set></query></iq>
Juliet sends:
	<iq type='get' id='7' to='conference.example.org'><query xmlns='http://jabber.org/protocol/disco#items'><set xmlns='http://jabber.org/protocol/rsm'><max>0</max></set></query></iq>
Juliet receives:
	<iq type='result' id='7'><query xmlns='http://jabber.org/protocol/disco#items'><set xmlns='http://jabber.org/protocol/rsm'><count>2</count></set></query></iq>
Juliet sends:
	<iq type='get' id='8' to='conference.example.org'><query xmlns='http://jabber.org/protocol/disco#items'>
		<set xmlns='http://jabber.org/protocol/rsm'><after>nowhere</after></set></query></iq>
Juliet receives:
	<iq type='error' id='8'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
Romeo sends:
	<iq type='set' id='f' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#owner'><destroy/></query></iq>
Romeo receives in any order:
	<presence type='unavailable' from='garden@conference.example.org/R'/>
	<iq type='result' id='f'/>
Juliet sends:
	<iq type='get' id='9' to='conference.example.org'><query xmlns='http://jabber.org/protocol/disco#items'/></iq>
Juliet receives:
	<iq type='result' id='9'><query xmlns='http://jabber.org/protocol/disco#items'><item jid='alcove@conference.example.org'/></query></iq>
