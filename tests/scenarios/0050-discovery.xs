# XEP-0050 §2.1, §2.2: admins see the commands, others do not
[Server]
	admins: juliet@example.org
[Client] Juliet
	jid: juliet@example.org/balcony
[Client] Romeo
	jid: romeo@example.org/orchard
-----
Juliet sends:
	<iq type='get' id='d1' to='example.org'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
	<iq type='get' id='d2' to='example.org'><query xmlns='http://jabber.org/protocol/disco#items'/></iq>
	<iq type='get' id='d3' to='example.org'><query xmlns='http://jabber.org/protocol/disco#info' node='http://jabber.org/protocol/commands'/></iq>
	<iq type='get' id='d4' to='example.org'><query xmlns='http://jabber.org/protocol/disco#items' node='http://jabber.org/protocol/commands'/></iq>
	<iq type='get' id='d5' to='example.org'><query xmlns='http://jabber.org/protocol/disco#info' node='http://jabber.org/protocol/admin#add-user'/></iq>
	<iq type='get' id='d6' to='example.org'><query xmlns='http://jabber.org/protocol/disco#items' node='http://jabber.org/protocol/admin#add-user'/></iq>
Juliet receives:
	<iq type='result' id='d1'><query xmlns='http://jabber.org/protocol/disco#info' scansion:strict='false'>
		<feature var='http://jabber.org/protocol/commands'/>
	</query></iq>
	<iq type='result' id='d2'><query xmlns='http://jabber.org/protocol/disco#items' scansion:strict='false'>
		<item jid='example.org' node='http://jabber.org/protocol/commands' name='Administration'/>
	</query></iq>
	<iq type='result' id='d3'><query xmlns='http://jabber.org/protocol/disco#info' node='http://jabber.org/protocol/commands'>
		<identity category='automation' type='command-list' name='Administration'/>
		<feature var='http://jabber.org/protocol/commands'/>
	</query></iq>
	<iq type='result' id='d4'><query xmlns='http://jabber.org/protocol/disco#items' node='http://jabber.org/protocol/commands' scansion:strict='false'>
		<item jid='example.org' node='http://jabber.org/protocol/admin#add-user' name='Add an account'/>
		<item jid='example.org' node='http://jabber.org/protocol/admin#end-user-session' name='End sessions'/>
		<item jid='example.org' node='urn:balcony:command:reload' name='Read the configuration and the certificates again'/>
	</query></iq>
	<iq type='result' id='d5'><query xmlns='http://jabber.org/protocol/disco#info' node='http://jabber.org/protocol/admin#add-user'>
		<identity category='automation' type='command-node' name='Add an account'/>
		<feature var='http://jabber.org/protocol/commands'/>
		<feature var='jabber:x:data'/>
	</query></iq>
	<iq type='result' id='d6'><query xmlns='http://jabber.org/protocol/disco#items' node='http://jabber.org/protocol/admin#add-user'/></iq>
Romeo sends:
	<iq type='get' id='d1' to='example.org'><query xmlns='http://jabber.org/protocol/disco#items'/></iq>
	<iq type='get' id='d2' to='example.org'><query xmlns='http://jabber.org/protocol/disco#items' node='http://jabber.org/protocol/commands'/></iq>
	<iq type='get' id='d3' to='example.org'><query xmlns='http://jabber.org/protocol/disco#info' node='http://jabber.org/protocol/commands'/></iq>
	<iq type='get' id='d4' to='example.org'><query xmlns='http://jabber.org/protocol/disco#info' node='http://jabber.org/protocol/admin#add-user'/></iq>
	<iq type='set' id='x1' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#add-user' action='execute'/></iq>
	<iq type='set' id='x2' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='no-such-command'/></iq>
Romeo receives:
	<iq type='result' id='d1'><query xmlns='http://jabber.org/protocol/disco#items' scansion:strict='false'>
		<item xmlns='http://jabber.org/protocol/disco#items' scansion:absent='true'/>
	</query></iq>
	<iq type='error' id='d2'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='error' id='d3'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='error' id='d4'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='error' id='x1'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='error' id='x2'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
