# XEP-0157 §2: contact addresses stand in the server's disco#info (XEP-0128)
[Server]
	contact abuse: mailto:abuse@example.org xmpp:abuse@example.org
	contact security: https://example.org/security
[Client] Romeo
	jid: romeo@example.org/orchard
-----
Romeo sends:
	<iq type='get' id='d1' to='example.org'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
Romeo receives:
	<iq type='result' id='d1'><query xmlns='http://jabber.org/protocol/disco#info' scansion:strict='false'>
		<x xmlns='jabber:x:data' type='result' scansion:strict='false'>
			<field var='FORM_TYPE' type='hidden'><value>http://jabber.org/network/serverinfo</value></field>
			<field var='abuse-addresses' type='{scansion:any}' scansion:strict='false'><value>mailto:abuse@example.org</value><value>xmpp:abuse@example.org</value></field>
			<field var='security-addresses' type='{scansion:any}' scansion:strict='false'><value>https://example.org/security</value></field>
		</x>
	</query></iq>
