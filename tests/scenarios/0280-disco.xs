# XEP-0280 §3, §6.2: the server says that it makes copies, and by which rules; not when the module is off
[Client] Romeo
	jid: romeo@example.org/orchard
-----
Romeo sends:
	<iq type='get' id='d1' to='example.org'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
Romeo receives:
	<iq type='result' id='d1' from='example.org'>
		<query xmlns='http://jabber.org/protocol/disco#info' scansion:strict='false'>
			<feature var='urn:xmpp:carbons:2'/>
			<feature var='urn:xmpp:carbons:rules:0'/>
		</query>
	</iq>
