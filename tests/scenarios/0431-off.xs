# XEP-0431: where words are not indexed nobody says that they are, and a query for words is refused
[Server]
	text search: off
[Client] Romeo
	jid: romeo@example.org/orchard
-----
Romeo sends:
	<iq type='get' id='d1' to='romeo@example.org'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
	<iq type='get' id='f1'><query xmlns='urn:xmpp:mam:2'/></iq>
	<iq type='set' id='q1'><query xmlns='urn:xmpp:mam:2'><x xmlns='jabber:x:data' type='submit'>
		<field var='FORM_TYPE'><value>urn:xmpp:mam:2</value></field>
		<field var='{urn:xmpp:fulltext:0}fulltext'><value>balcony</value></field>
	</x></query></iq>
	<iq type='set' id='q2'><query xmlns='urn:xmpp:mam:2'/></iq>
Romeo receives in any order:
	<iq type='result' id='d1'><query xmlns='http://jabber.org/protocol/disco#info' scansion:strict='false'>
		<feature var='urn:xmpp:mam:2'/>
		<feature var='urn:xmpp:fulltext:0' scansion:absent='true'/>
	</query></iq>
	<iq type='result' id='f1'><query xmlns='urn:xmpp:mam:2'><x xmlns='jabber:x:data' type='form' scansion:strict='false'>
		<field var='{urn:xmpp:fulltext:0}fulltext' scansion:absent='true' scansion:strict='false'/>
	</x></query></iq>
	<iq type='error' id='q1'><error type='cancel'><feature-not-implemented xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='result' id='q2'><fin xmlns='urn:xmpp:mam:2' complete='true' scansion:strict='false'/></iq>
