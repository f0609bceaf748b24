# XEP-0133 §4.5, §4.13 to §4.20, §4.23: who is there, a message to all of them, and the end of a session
## federated: an administrator is one of one server
[Server]
	admins: juliet@example.org
[Client] Juliet
	jid: juliet@example.org/balcony
[Client] Romeo
	jid: romeo@example.org/orchard
[Account] Tybalt
	jid: tybalt@example.org
-----
Romeo sends:
	<presence/>
Romeo receives:
	<presence from='romeo@example.org/orchard'/>
Juliet sends:
	<iq type='set' id='n1' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#get-registered-users-num'/></iq>
	<iq type='set' id='n2' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#get-disabled-users-num'/></iq>
	<iq type='set' id='n3' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#get-online-users-num'/></iq>
Juliet receives in any order:
	<iq type='result' id='n1'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#get-registered-users-num' sessionid='{scansion:any}' status='completed' scansion:strict='false'>
		<x xmlns='jabber:x:data' type='result'>
			<field type='hidden' var='FORM_TYPE'><value>http://jabber.org/protocol/admin</value></field>
			<field var='registeredusersnum' label='{scansion:any}'><value>3</value></field>
		</x></command></iq>
	<iq type='result' id='n2'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#get-disabled-users-num' sessionid='{scansion:any}' status='completed' scansion:strict='false'>
		<x xmlns='jabber:x:data' type='result' scansion:strict='false'><field var='disabledusersnum' label='{scansion:any}'><value>0</value></field></x></command></iq>
	<iq type='result' id='n3'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#get-online-users-num' sessionid='{scansion:any}' status='completed' scansion:strict='false'>
		<x xmlns='jabber:x:data' type='result' scansion:strict='false'><field var='onlineusersnum' label='{scansion:any}'><value>2</value></field></x></command></iq>
Juliet sends:
	<iq type='set' id='l1' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#get-registered-users-list'/></iq>
	<iq type='set' id='l2' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#get-online-users-list'/></iq>
Juliet receives:
	<iq type='result' id='l1'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#get-registered-users-list' sessionid='{capture:all}' status='executing' scansion:strict='false'>
		<x xmlns='jabber:x:data' type='form' scansion:strict='false'>
			<field type='list-single' var='max_items' label='Maximum number of items to show' scansion:strict='false'><option label='25'><value>25</value></option></field>
		</x></command></iq>
	<iq type='result' id='l2'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#get-online-users-list' sessionid='{capture:online}' status='executing' scansion:strict='false'/></iq>
Juliet sends:
	<iq type='set' id='l3' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#get-registered-users-list' sessionid='${all}'>
		<x xmlns='jabber:x:data' type='submit'><field var='max_items'><value>25</value></field></x></command></iq>
	<iq type='set' id='l4' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#get-online-users-list' sessionid='${online}'>
		<x xmlns='jabber:x:data' type='submit'><field var='max_items'><value>none</value></field></x></command></iq>
Juliet receives in any order:
	<iq type='result' id='l3'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#get-registered-users-list' sessionid='${all}' status='completed' scansion:strict='false'>
		<x xmlns='jabber:x:data' type='result' scansion:strict='false'>
			<field var='registereduserjids' label='{scansion:any}'><value>juliet@example.org</value><value>romeo@example.org</value><value>tybalt@example.org</value></field>
		</x></command></iq>
	<iq type='result' id='l4'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#get-online-users-list' sessionid='${online}' status='completed' scansion:strict='false'>
		<x xmlns='jabber:x:data' type='result' scansion:strict='false'>
			<field var='onlineuserjids' label='{scansion:any}'><value>juliet@example.org</value><value>romeo@example.org</value></field>
		</x></command></iq>
# an announcement of two lines
Juliet sends:
	<iq type='set' id='a1' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#announce'/></iq>
Juliet receives:
	<iq type='result' id='a1'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#announce' sessionid='{capture:say}' status='executing' scansion:strict='false'/></iq>
Juliet sends:
	<iq type='set' id='a2' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#announce' sessionid='${say}'>
		<x xmlns='jabber:x:data' type='submit'><field var='subject'><value/></field><field var='announcement'><value>Peace.</value><value>Put up your swords.</value></field></x></command></iq>
Juliet receives:
	<iq type='result' id='a2'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#announce' sessionid='${say}' status='completed' xml:lang='en'><note type='info'>Sent to 1 session.</note></command></iq>
Romeo receives:
	<message type='headline' from='example.org'><body scansion:strict='false'>{scansion:any}</body></message>
# Romeo is sent away
Juliet sends:
	<iq type='set' id='e1' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#end-user-session'/></iq>
Juliet receives:
	<iq type='result' id='e1'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#end-user-session' sessionid='{capture:end}' status='executing' scansion:strict='false'/></iq>
Juliet sends:
	<iq type='set' id='e2' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#end-user-session' sessionid='${end}'>
		<x xmlns='jabber:x:data' type='submit'><field var='accountjids'><value>romeo@example.org/orchard</value></field><field var='reason'><value>Hence, be gone</value></field></x></command></iq>
Juliet receives:
	<iq type='result' id='e2'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#end-user-session' sessionid='${end}' status='completed' scansion:strict='false'/></iq>
Romeo receives stream error: not-authorized
