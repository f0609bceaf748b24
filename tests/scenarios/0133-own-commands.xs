# XEP-0133 §4: what the server can do beyond it has nodes of its own
[Server]
	admins: juliet@example.org
[Client] Juliet
	jid: juliet@example.org/balcony
-----
Juliet sends:
	<iq type='set' id='v1' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='urn:balcony:command:version'/></iq>
Juliet receives:
	<iq type='result' id='v1'><command xmlns='http://jabber.org/protocol/commands' node='urn:balcony:command:version' sessionid='{scansion:any}' status='completed' scansion:strict='false'>
		<x xmlns='jabber:x:data' type='result' scansion:strict='false'><field var='balcony' type='text-single' label='balcony'><value>{scansion:any}</value></field></x>
	</command></iq>
Juliet sends:
	<iq type='set' id='c1' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='urn:balcony:command:config-show'/></iq>
Juliet receives:
	<iq type='result' id='c1'><command xmlns='http://jabber.org/protocol/commands' node='urn:balcony:command:config-show' sessionid='{capture:sid}' status='executing' scansion:strict='false'>
		<x xmlns='jabber:x:data' type='form' scansion:strict='false'><field var='section' type='text-single' label='{scansion:any}'/></x>
	</command></iq>
Juliet sends:
	<iq type='set' id='c2' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='urn:balcony:command:config-show' sessionid='${sid}' action='complete'>
		<x xmlns='jabber:x:data' type='submit'><field var='section'><value>nothing-such</value></field></x></command></iq>
	<iq type='set' id='c3' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='urn:balcony:command:config-show' sessionid='${sid}' action='complete'>
		<x xmlns='jabber:x:data' type='submit'><field var='section'><value>sasl</value></field></x></command></iq>
Juliet receives:
	<iq type='error' id='c2'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='result' id='c3'><command xmlns='http://jabber.org/protocol/commands' node='urn:balcony:command:config-show' sessionid='${sid}' status='completed' scansion:strict='false'/></iq>
