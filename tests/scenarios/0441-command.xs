# XEP-0441 §2.2: the preferences as a command of the own account
[Client] Juliet
	jid: juliet@example.org/balcony
[Client] Romeo
	jid: romeo@example.org/orchard
-----
Juliet sends:
	<iq type='get' id='d1' to='juliet@example.org'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
	<iq type='get' id='d2' to='juliet@example.org'><query xmlns='http://jabber.org/protocol/disco#items' node='http://jabber.org/protocol/commands'/></iq>
	<iq type='get' id='d3' to='juliet@example.org'><query xmlns='http://jabber.org/protocol/disco#info' node='urn:xmpp:mam:2#configure'/></iq>
Juliet receives in any order:
	<iq type='result' id='d1'><query xmlns='http://jabber.org/protocol/disco#info' scansion:strict='false'><feature var='http://jabber.org/protocol/commands'/></query></iq>
	<iq type='result' id='d2'><query xmlns='http://jabber.org/protocol/disco#items' node='http://jabber.org/protocol/commands'>
		<item jid='juliet@example.org' node='urn:xmpp:mam#configure' name='What your archive keeps'/></query></iq>
	<iq type='error' id='d3'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
Juliet sends:
	<iq type='get' id='d4' to='juliet@example.org'><query xmlns='http://jabber.org/protocol/disco#info' node='urn:xmpp:mam#configure'/></iq>
	<iq type='set' id='c1' to='juliet@example.org'><command xmlns='http://jabber.org/protocol/commands' node='urn:xmpp:mam#configure' action='execute'/></iq>
Juliet receives:
	<iq type='result' id='d4'><query xmlns='http://jabber.org/protocol/disco#info' node='urn:xmpp:mam#configure'>
		<identity category='automation' type='command-node' name='What your archive keeps'/>
		<feature var='http://jabber.org/protocol/commands'/>
		<feature var='jabber:x:data'/>
	</query></iq>
	<iq type='result' id='c1'><command xmlns='http://jabber.org/protocol/commands' node='urn:xmpp:mam#configure' sessionid='{capture:id}' status='executing' scansion:strict='false'>
		<actions execute='complete'><complete/></actions>
		<x xmlns='jabber:x:data' type='form' scansion:strict='false'>
			<field var='default' type='list-single' scansion:strict='false'><value>always</value></field>
			<field var='always' type='jid-multi' label='{scansion:any}'/>
			<field var='never' type='jid-multi' label='{scansion:any}'/>
		</x></command></iq>
# a form that does not fit may be sent again
Juliet sends:
	<iq type='set' id='c2' to='juliet@example.org'><command xmlns='http://jabber.org/protocol/commands' node='urn:xmpp:mam#configure' sessionid='${id}'>
		<x xmlns='jabber:x:data' type='submit'><field var='default'><value>sometimes</value></field></x></command></iq>
	<iq type='set' id='c3' to='juliet@example.org'><command xmlns='http://jabber.org/protocol/commands' node='urn:xmpp:mam#configure' sessionid='${id}'>
		<x xmlns='jabber:x:data' type='submit'><field var='default'><value>never</value></field><field var='never'><value>@</value></field></x></command></iq>
	<iq type='set' id='c4' to='juliet@example.org'><command xmlns='http://jabber.org/protocol/commands' node='urn:xmpp:mam#configure' sessionid='made-up' action='complete'/></iq>
	<iq type='set' id='c5' to='juliet@example.org'><command xmlns='http://jabber.org/protocol/commands' node='urn:xmpp:mam#configure' sessionid='${id}' action='prev'/></iq>
Juliet receives:
	<iq type='error' id='c2'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/><bad-payload xmlns='http://jabber.org/protocol/commands'/></error></iq>
	<iq type='error' id='c3'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/><bad-payload xmlns='http://jabber.org/protocol/commands'/></error></iq>
	<iq type='error' id='c4'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/><bad-sessionid xmlns='http://jabber.org/protocol/commands'/></error></iq>
	<iq type='error' id='c5'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/><bad-action xmlns='http://jabber.org/protocol/commands'/></error></iq>
Juliet sends:
	<iq type='set' id='c6' to='juliet@example.org'><command xmlns='http://jabber.org/protocol/commands' node='urn:xmpp:mam#configure' sessionid='${id}' action='complete'>
		<x xmlns='jabber:x:data' type='submit'>
			<field var='FORM_TYPE'><value>urn:xmpp:mam#configure</value></field>
			<field var='default'><value>roster</value></field>
			<field var='always'><value>nurse@example.org</value><value>romeo@example.org</value></field>
			<field var='never'><value>romeo@example.org</value></field>
		</x></command></iq>
Juliet receives:
	<iq type='result' id='c6'><command xmlns='http://jabber.org/protocol/commands' node='urn:xmpp:mam#configure' sessionid='${id}' status='completed' scansion:strict='false'>
		<x xmlns='jabber:x:data' type='result' scansion:strict='false'>
			<field var='default' type='list-single' label='{scansion:any}'><value>roster</value></field>
			<field var='always' type='jid-multi' label='{scansion:any}'><value>nurse@example.org</value></field>
			<field var='never' type='jid-multi' label='{scansion:any}'><value>romeo@example.org</value></field>
		</x></command></iq>
Juliet sends:
	<iq type='get' id='p1'><prefs xmlns='urn:xmpp:mam:2'/></iq>
	<iq type='set' id='c7' to='juliet@example.org'><command xmlns='http://jabber.org/protocol/commands' node='urn:xmpp:mam#configure' sessionid='${id}' action='cancel'/></iq>
Juliet receives:
	<iq type='result' id='p1'><prefs xmlns='urn:xmpp:mam:2' default='roster'><always><jid>nurse@example.org</jid></always><never><jid>romeo@example.org</jid></never></prefs></iq>
	<iq type='result' id='c7'><command xmlns='http://jabber.org/protocol/commands' node='urn:xmpp:mam#configure' sessionid='${id}' status='canceled'/></iq>
# nobody else's
Romeo sends:
	<iq type='set' id='c8' to='juliet@example.org'><command xmlns='http://jabber.org/protocol/commands' node='urn:xmpp:mam#configure'/></iq>
Romeo receives:
	<iq type='error' id='c8'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
