# XEP-0133 §4.1 to §4.4, §4.7: an account is added, gets a new password, is disabled, enabled and deleted
## federated: an administrator is one of one server
[Server]
	admins: juliet@example.org
[Client] Juliet
	jid: juliet@example.org/balcony
[Client] Paris
	jid: paris@example.org/church
	password: bride
	account: none
[Client] Count
	jid: paris@example.org/tomb
	password: sword
	account: none
-----
Juliet sends:
	<iq type='set' id='a1' to='example.org'><command xmlns='http://jabber.org/protocol/commands' action='execute' node='http://jabber.org/protocol/admin#add-user'/></iq>
Juliet receives:
	<iq type='result' id='a1' from='example.org'>
		<command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#add-user' sessionid='{capture:sid}' status='executing' xml:lang='en'>
			<actions execute='complete'><complete/></actions>
			<x xmlns='jabber:x:data' type='form'>
				<title>Add an account</title>
				<field type='hidden' var='FORM_TYPE'><value>http://jabber.org/protocol/admin</value></field>
				<field type='jid-single' var='accountjid' label='{scansion:any}'><required/></field>
				<field type='text-private' var='password' label='{scansion:any}'><required/></field>
				<field type='text-private' var='password-verify' label='{scansion:any}'><required/></field>
			</x>
		</command>
	</iq>
# the passwords differ: it can be put right
Juliet sends:
	<iq type='set' id='a2' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#add-user' sessionid='${sid}'>
		<x xmlns='jabber:x:data' type='submit'>
			<field type='hidden' var='FORM_TYPE'><value>http://jabber.org/protocol/admin</value></field>
			<field var='accountjid'><value>paris@example.org</value></field>
			<field var='password'><value>bride</value></field>
			<field var='password-verify'><value>pride</value></field>
		</x></command></iq>
	<iq type='set' id='a3' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#add-user' sessionid='${sid}'>
		<x xmlns='jabber:x:data' type='submit'>
			<field type='hidden' var='FORM_TYPE'><value>http://jabber.org/protocol/admin</value></field>
			<field var='accountjid'><value>juliet@example.org</value></field>
			<field var='password'><value>bride</value></field>
			<field var='password-verify'><value>bride</value></field>
		</x></command></iq>
	<iq type='set' id='a4' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#add-user' sessionid='${sid}'>
		<x xmlns='jabber:x:data' type='submit'>
			<field type='hidden' var='FORM_TYPE'><value>http://jabber.org/protocol/admin</value></field>
			<field var='accountjid'><value>paris@example.org</value></field>
			<field var='password'><value>bride</value></field>
			<field var='password-verify'><value>bride</value></field>
		</x></command></iq>
Juliet receives:
	<iq type='error' id='a2'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/><bad-payload xmlns='http://jabber.org/protocol/commands'/></error></iq>
	<iq type='error' id='a3'><error type='cancel'><conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='result' id='a4'>
		<command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#add-user' sessionid='${sid}' status='completed' xml:lang='en'>
			<note type='info'>paris@example.org was added.</note>
		</command>
	</iq>
Paris connects
# a new password ends his sessions
Juliet sends:
	<iq type='set' id='p1' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#change-user-password'/></iq>
Juliet receives:
	<iq type='result' id='p1'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#change-user-password' sessionid='{capture:change}' status='executing' scansion:strict='false'/></iq>
Juliet sends:
	<iq type='set' id='p2' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#change-user-password' sessionid='${change}'>
		<x xmlns='jabber:x:data' type='submit'>
			<field var='accountjid'><value>paris@example.org</value></field>
			<field var='password'><value>sword</value></field>
		</x></command></iq>
Juliet receives:
	<iq type='result' id='p2'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#change-user-password' sessionid='${change}' status='completed' scansion:strict='false'/></iq>
Paris receives stream error: not-authorized
Count connects
# disabled
Juliet sends:
	<iq type='set' id='q1' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#disable-user'/></iq>
Juliet receives:
	<iq type='result' id='q1'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#disable-user' sessionid='{capture:disable}' status='executing' scansion:strict='false'/></iq>
Juliet sends:
	<iq type='set' id='q2' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#disable-user' sessionid='${disable}'>
		<x xmlns='jabber:x:data' type='submit'><field var='accountjids'><value>paris@example.org</value></field></x></command></iq>
Juliet receives:
	<iq type='result' id='q2'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#disable-user' sessionid='${disable}' status='completed' scansion:strict='false'/></iq>
Count receives stream error: not-authorized
# enabled again, and deleted; several addresses are told of one by one
Juliet sends:
	<iq type='set' id='r1' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#reenable-user'/></iq>
Juliet receives:
	<iq type='result' id='r1'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#reenable-user' sessionid='{capture:enable}' status='executing' scansion:strict='false'/></iq>
Juliet sends:
	<iq type='set' id='r2' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#reenable-user' sessionid='${enable}'>
		<x xmlns='jabber:x:data' type='submit'><field var='accountjids'><value>paris@example.org</value></field></x></command></iq>
Juliet receives:
	<iq type='result' id='r2'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#reenable-user' sessionid='${enable}' status='completed' scansion:strict='false'/></iq>
Count connects
Juliet sends:
	<iq type='set' id='s1' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#delete-user'/></iq>
Juliet receives:
	<iq type='result' id='s1'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#delete-user' sessionid='{capture:delete}' status='executing' scansion:strict='false'/></iq>
Juliet sends:
	<iq type='set' id='s2' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#delete-user' sessionid='${delete}'>
		<x xmlns='jabber:x:data' type='submit'><field var='accountjids'><value>paris@example.org</value><value>nobody@example.org</value></field></x></command></iq>
Juliet receives:
	<iq type='result' id='s2'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#delete-user' sessionid='${delete}' status='completed' xml:lang='en'>
		<x xmlns='jabber:x:data' type='result'>
			<reported><field var='address' type='text-single' label='address'/><field var='result' type='text-single' label='result'/></reported>
			<item><field var='address'><value>paris@example.org</value></field><field var='result'><value>paris@example.org was removed.</value></field></item>
			<item><field var='address'><value>nobody@example.org</value></field><field var='result'><value>There is no account nobody@example.org.</value></field></item>
		</x>
		<note type='error'>1 of 2 addresses failed.</note>
	</command></iq>
Count receives stream error: not-authorized
# one address that is not there is an error
Juliet sends:
	<iq type='set' id='t1' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#delete-user'/></iq>
Juliet receives:
	<iq type='result' id='t1'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#delete-user' sessionid='{capture:again}' status='executing' scansion:strict='false'/></iq>
Juliet sends:
	<iq type='set' id='t2' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#delete-user' sessionid='${again}'>
		<x xmlns='jabber:x:data' type='submit'><field var='accountjids'><value>paris@example.org</value></field></x></command></iq>
Juliet receives:
	<iq type='error' id='t2'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
