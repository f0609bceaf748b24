# XEP-0045 §6.1, §6.2: the service is among the host's items, and says what it is; with XEP-0092, 0157, 0199 and 0202
[Server]
	contact abuse: mailto:abuse@example.org
[Client] Romeo
	jid: romeo@example.org/orchard
-----
Romeo sends:
	<iq type='get' id='1' to='example.org'><query xmlns='http://jabber.org/protocol/disco#items'/></iq>
Romeo receives:
	<iq type='result' id='1' from='example.org'><query xmlns='http://jabber.org/protocol/disco#items' scansion:strict='false'>
		<item jid='conference.example.org' name='Rooms'/></query></iq>
Romeo sends:
	<iq type='get' id='2' to='conference.example.org'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
Romeo receives:
	<iq type='result' id='2' from='conference.example.org'><query xmlns='http://jabber.org/protocol/disco#info' scansion:strict='false'>
		<identity category='conference' type='text' name='Rooms'/>
		<feature var='http://jabber.org/protocol/muc'/>
		<feature var='http://jabber.org/protocol/disco#info'/>
		<feature var='http://jabber.org/protocol/disco#items'/>
		<feature var='http://jabber.org/protocol/rsm'/>
		<feature var='urn:xmpp:ping'/>
		<feature var='urn:xmpp:time'/>
		<feature var='jabber:iq:version'/>
		<x xmlns='jabber:x:data' type='result' scansion:strict='false'>
			<field var='FORM_TYPE' type='hidden'><value>http://jabber.org/network/serverinfo</value></field>
			<field var='abuse-addresses' type='list-multi'><value>mailto:abuse@example.org</value></field></x></query></iq>
Romeo sends:
	<iq type='get' id='3' to='conference.example.org'><query xmlns='http://jabber.org/protocol/disco#info' node='nothing'/></iq>
	<iq type='get' id='4' to='conference.example.org'><ping xmlns='urn:xmpp:ping'/></iq>
	<iq type='get' id='5' to='conference.example.org'><query xmlns='jabber:iq:version'/></iq>
	<iq type='get' id='6' to='conference.example.org'><time xmlns='urn:xmpp:time'/></iq>
	<iq type='get' id='7' to='conference.example.org'><query xmlns='http://jabber.org/protocol/disco#items'/></iq>
Romeo receives in any order:
	<iq type='error' id='3'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='result' id='4' from='conference.example.org'/>
	<iq type='result' id='5'><query xmlns='jabber:iq:version' scansion:strict='false'><name>Balcony</name></query></iq>
	<iq type='result' id='6'><time xmlns='urn:xmpp:time' scansion:strict='false'/></iq>
	<iq type='result' id='7'><query xmlns='http://jabber.org/protocol/disco#items'/></iq>
