# XEP-0050 §2.4: what cannot be undone may be looked at before it is done: next, prev, complete; or cancelled
## federated: an administrator is one of one server
[Server]
	admins: juliet@example.org
[Client] Juliet
	jid: juliet@example.org/balcony
[Account] Tybalt
	jid: tybalt@example.org
-----
Juliet sends:
	<iq type='set' id='x1' to='example.org' xml:lang='de'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#delete-user' action='execute'/></iq>
Juliet receives:
	<iq type='result' id='x1' from='example.org'>
		<command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#delete-user' sessionid='{capture:sid}' status='executing' xml:lang='en'>
			<actions execute='complete'><next/><complete/></actions>
			<x xmlns='jabber:x:data' type='form'>
				<title>Remove accounts</title>
				<field var='FORM_TYPE' type='hidden'><value>http://jabber.org/protocol/admin</value></field>
				<field var='accountjids' type='jid-multi' label='{scansion:any}'><required/></field>
			</x>
		</command>
	</iq>
# prev is not possible yet
Juliet sends:
	<iq type='set' id='x2' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#delete-user' sessionid='${sid}' action='prev'/></iq>
Juliet receives:
	<iq type='error' id='x2'><error type='modify'>
		<bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/><bad-action xmlns='http://jabber.org/protocol/commands'/>
	</error></iq>
Juliet sends:
	<iq type='set' id='x3' to='example.org'>
		<command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#delete-user' sessionid='${sid}' action='next'>
			<x xmlns='jabber:x:data' type='submit'><field var='accountjids'><value>tybalt@example.org</value></field></x>
		</command>
	</iq>
Juliet receives:
	<iq type='result' id='x3'>
		<command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#delete-user' sessionid='${sid}' status='executing' xml:lang='en'>
			<actions execute='complete'><prev/><complete/></actions>
			<x xmlns='jabber:x:data' type='form' scansion:strict='false'>
				<field type='fixed'><value>tybalt@example.org</value></field>
			</x>
		</command>
	</iq>
Juliet sends:
	<iq type='set' id='x4' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#delete-user' sessionid='${sid}' action='next'/></iq>
	<iq type='set' id='x5' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#delete-user' sessionid='${sid}' action='prev'/></iq>
Juliet receives:
	<iq type='error' id='x4'><error type='modify'>
		<bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/><bad-action xmlns='http://jabber.org/protocol/commands'/>
	</error></iq>
	<iq type='result' id='x5'>
		<command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#delete-user' sessionid='${sid}' status='executing' xml:lang='en'>
			<actions execute='complete'><next/><complete/></actions>
			<x xmlns='jabber:x:data' type='form' scansion:strict='false'>
				<field var='accountjids' type='jid-multi' label='{scansion:any}'><required/><value>tybalt@example.org</value></field>
			</x>
		</command>
	</iq>
Juliet sends:
	<iq type='set' id='x6' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#delete-user' sessionid='${sid}' action='cancel'/></iq>
Juliet receives:
	<iq type='result' id='x6'>
		<command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#delete-user' sessionid='${sid}' status='canceled' xml:lang='en'/>
	</iq>
# the account is still there, and goes when the review is completed
Juliet sends:
	<iq type='set' id='y1' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#delete-user'/></iq>
Juliet receives:
	<iq type='result' id='y1'>
		<command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#delete-user' sessionid='{capture:sid2}' status='executing' scansion:strict='false'/>
	</iq>
Juliet sends:
	<iq type='set' id='y2' to='example.org'>
		<command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#delete-user' sessionid='${sid2}' action='next'>
			<x xmlns='jabber:x:data' type='submit'><field var='accountjids'><value>tybalt@example.org</value></field></x>
		</command>
	</iq>
	<iq type='set' id='y3' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#delete-user' sessionid='${sid2}' action='complete'/></iq>
Juliet receives:
	<iq type='result' id='y2'/>
	<iq type='result' id='y3'>
		<command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#delete-user' sessionid='${sid2}' status='completed' xml:lang='en'>
			<note type='info'>tybalt@example.org was removed.</note>
		</command>
	</iq>
