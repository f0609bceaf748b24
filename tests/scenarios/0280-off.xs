# XEP-0280: off is off
## prosody: its modules cannot be switched by a script
[Server]
	module carbons: off
[Client] Romeo
	jid: romeo@example.org/orchard
-----
Romeo sends:
	<iq type='set' id='c1'><enable xmlns='urn:xmpp:carbons:2'/></iq>
	<iq type='get' id='d1' to='example.org'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
Romeo receives:
	<iq type='error' id='c1'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='result' id='d1' from='example.org'>
		<query xmlns='http://jabber.org/protocol/disco#info' scansion:strict='false'>
			<feature var='urn:xmpp:carbons:2' scansion:absent='true'/>
			<feature var='urn:xmpp:carbons:rules:0' scansion:absent='true'/>
		</query>
	</iq>
