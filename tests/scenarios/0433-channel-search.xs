# XEP-0433: public rooms are found by what they are called and about, in pages, by address or by how many are there
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
-----
Romeo sends:
	<presence to='alcove@conference.example.org/R'><x xmlns='http://jabber.org/protocol/muc'/></presence>
	<iq type='set' id='a' to='alcove@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#owner'>
		<x xmlns='jabber:x:data' type='submit'><field var='muc#roomconfig_roomname'><value>Poets</value></field></x></query></iq>
	<presence to='garden@conference.example.org/R'><x xmlns='http://jabber.org/protocol/muc'/></presence>
	<iq type='set' id='b' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#owner'>
		<x xmlns='jabber:x:data' type='submit'><field var='muc#roomconfig_roomdesc'><value>For poets and flowers</value></field>
		<field var='muc#roomconfig_lang'><value>en</value></field></x></query></iq>
	<presence to='vault@conference.example.org/R'><x xmlns='http://jabber.org/protocol/muc'/></presence>
	<iq type='set' id='c' to='vault@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#owner'>
		<x xmlns='jabber:x:data' type='submit'><field var='muc#roomconfig_roomname'><value>Hidden poets</value></field>
		<field var='muc#roomconfig_publicroom'><value>0</value></field></x></query></iq>
Romeo receives in any order:
	<presence from='alcove@conference.example.org/R'/>
	<message type='groupchat' from='alcove@conference.example.org'/>
	<iq type='result' id='a'/>
	<presence from='garden@conference.example.org/R'/>
	<message type='groupchat' from='garden@conference.example.org'/>
	<iq type='result' id='b'/>
	<presence from='vault@conference.example.org/R'/>
	<message type='groupchat' from='vault@conference.example.org'/>
	<iq type='result' id='c'/>
Juliet sends:
	<presence to='garden@conference.example.org/J'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Juliet receives:
	<presence from='garden@conference.example.org/R'/>
	<presence from='garden@conference.example.org/J'/>
	<message type='groupchat' from='garden@conference.example.org'/>
Romeo receives:
	<presence from='garden@conference.example.org/J'/>
Juliet sends:
	<iq type='get' id='0' to='conference.example.org'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
	<iq type='get' id='1' to='conference.example.org'><search xmlns='urn:xmpp:channel-search:0:search'/></iq>
Juliet receives in any order:
	<iq type='result' id='0'><query xmlns='http://jabber.org/protocol/disco#info' scansion:strict='false'><feature var='urn:xmpp:channel-search:0:search'/></query></iq>
	<iq type='result' id='1'><search xmlns='urn:xmpp:channel-search:0:search'><x xmlns='jabber:x:data' type='form' scansion:strict='false'/></search></iq>
Juliet sends:
	<iq type='get' id='2' to='conference.example.org'><search xmlns='urn:xmpp:channel-search:0:search'><x xmlns='jabber:x:data' type='submit'>
		<field var='FORM_TYPE'><value>urn:xmpp:channel-search:0:search-params</value></field><field var='q'><value>POETS</value></field></x></search></iq>
Juliet receives:
	<iq type='result' id='2' from='conference.example.org'><result xmlns='urn:xmpp:channel-search:0:search'>
		<item address='garden@conference.example.org'><description>For poets and flowers</description><language>en</language><nusers>2</nusers>
			<service-type>xep-0045</service-type><is-open>true</is-open><anonymity-mode>muc_semianonymous</anonymity-mode></item>
		<item address='alcove@conference.example.org'><name>Poets</name><nusers>1</nusers>
			<service-type>xep-0045</service-type><is-open>true</is-open><anonymity-mode>muc_semianonymous</anonymity-mode></item></result></iq>
Juliet sends:
	<iq type='get' id='3' to='conference.example.org'><search xmlns='urn:xmpp:channel-search:0:search'><set xmlns='http://jabber.org/protocol/rsm'><max>1</max></set>
		<x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>urn:xmpp:channel-search:0:search-params</value></field>
		<field var='all'><value>true</value></field><field var='key'><value>{urn:xmpp:channel-search:0:order}address</value></field></x></search></iq>
Juliet receives:
	<iq type='result' id='3'><result xmlns='urn:xmpp:channel-search:0:search'>
		<item address='alcove@conference.example.org' scansion:strict='false'/>
		<set xmlns='http://jabber.org/protocol/rsm'><first index='0'>{capture:first}</first><last>{capture:last}</last><count>2</count></set></result></iq>
Juliet sends:
	<iq type='get' id='4' to='conference.example.org'><search xmlns='urn:xmpp:channel-search:0:search'>
		<set xmlns='http://jabber.org/protocol/rsm'><max>1</max><after>${last}</after></set>
		<x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>urn:xmpp:channel-search:0:search-params</value></field>
		<field var='all'><value>true</value></field><field var='key'><value>{urn:xmpp:channel-search:0:order}address</value></field></x></search></iq>
Juliet receives:
	<iq type='result' id='4'><result xmlns='urn:xmpp:channel-search:0:search'>
		<item address='garden@conference.example.org' scansion:strict='false'/>
		<set xmlns='http://jabber.org/protocol/rsm' scansion:strict='false'><count>2</count></set></result></iq>
Juliet sends:
	<iq type='get' id='5' to='conference.example.org'><search xmlns='urn:xmpp:channel-search:0:search'>
		<x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>urn:xmpp:channel-search:0:search-params</value></field>
		<field var='all'><value>true</value></field><field var='min_users'><value>3</value></field></x></search></iq>
	<iq type='get' id='6' to='conference.example.org'><search xmlns='urn:xmpp:channel-search:0:search'>
		<x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>urn:xmpp:channel-search:0:search-params</value></field></x></search></iq>
	<iq type='get' id='7' to='conference.example.org'><search xmlns='urn:xmpp:channel-search:0:search'>
		<x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>urn:xmpp:channel-search:0:search-params</value></field>
		<field var='q'><value>one two three four five six seven eight nine</value></field></x></search></iq>
	<iq type='get' id='8' to='conference.example.org'><search xmlns='urn:xmpp:channel-search:0:search'>
		<x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>urn:xmpp:channel-search:0:search-params</value></field>
		<field var='q'><value>flowers</value></field><field var='sindescription'><value>false</value></field></x></search></iq>
Juliet receives in any order:
	<iq type='result' id='5'><result xmlns='urn:xmpp:channel-search:0:search'/></iq>
	<iq type='error' id='6'><error type='cancel'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/><no-search-conditions xmlns='urn:xmpp:channel-search:0:error'/></error></iq>
	<iq type='error' id='7'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/><invalid-search-terms xmlns='urn:xmpp:channel-search:0:error'/></error></iq>
	<iq type='result' id='8'><result xmlns='urn:xmpp:channel-search:0:search'/></iq>
