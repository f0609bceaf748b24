# XEP-0030 §3, §4: what the server is and can do; its items
## prosody: it has other features
[Client] Romeo
	jid: romeo@example.org/orchard
-----
Romeo sends:
	<iq type='get' id='d1' to='example.org'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
	<iq type='get' id='d2' to='example.org'><query xmlns='http://jabber.org/protocol/disco#items'/></iq>
Romeo receives:
	<iq type='result' id='d1' from='example.org'><query xmlns='http://jabber.org/protocol/disco#info' scansion:strict='false'>
		<identity category='server' type='im' name='Balcony'/>
		<feature var='http://jabber.org/protocol/disco#info'/>
		<feature var='http://jabber.org/protocol/disco#items'/>
		<feature var='http://jabber.org/protocol/caps'/>
		<feature var='jabber:iq:last'/>
		<feature var='jabber:iq:private'/>
		<feature var='jabber:iq:register'/>
		<feature var='jabber:iq:version'/>
		<feature var='msgoffline'/>
		<feature var='urn:xmpp:blocking'/>
		<feature var='urn:xmpp:ping'/>
		<feature var='urn:xmpp:time'/>
		<feature var='vcard-temp'/>
	</query></iq>
	<iq type='result' id='d2' from='example.org'><query xmlns='http://jabber.org/protocol/disco#items' scansion:strict='false'/></iq>
