# XEP-0133 §4.8 to §4.10: what an admin is told of an account
## federated: an administrator is one of one server
## prosody: it tells otherwise
[Server]
	admins: juliet@example.org
[Client] Juliet
	jid: juliet@example.org/balcony
[Client] Romeo
	jid: romeo@example.org/orchard
-----
Romeo sends:
	<iq type='set' id='r1'><query xmlns='jabber:iq:roster'><item jid='juliet@example.org' name='Juliet'><group>Friends</group></item></query></iq>
Romeo receives in any order:
	<iq type='result' id='r1'/>
Juliet sends:
	<iq type='set' id='r1' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#get-user-roster'/></iq>
Juliet receives:
	<iq type='result' id='r1'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#get-user-roster' sessionid='{capture:roster}' status='executing' scansion:strict='false'></command></iq>
Juliet sends:
	<iq type='set' id='r2' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#get-user-roster' sessionid='${roster}'>
		<x xmlns='jabber:x:data' type='submit'><field var='accountjids'><value>romeo@example.org</value></field></x></command></iq>
Juliet receives:
	<iq type='result' id='r2'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#get-user-roster' sessionid='{scansion:any}' status='completed' scansion:strict='false'>
		<note type='info'>1 contact.</note>
		<x xmlns='jabber:x:data' type='result' scansion:strict='false'><item>
			<field var='address'><value>juliet@example.org</value></field><field var='name'><value>Juliet</value></field>
			<field var='subscription'><value>none</value></field><field var='groups'><value>Friends</value></field></item></x></command></iq>
Juliet sends:
	<iq type='set' id='s1' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#user-stats'/></iq>
Juliet receives:
	<iq type='result' id='s1'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#user-stats' sessionid='{capture:stats}' status='executing' scansion:strict='false'></command></iq>
Juliet sends:
	<iq type='set' id='s2' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#user-stats' sessionid='${stats}'>
		<x xmlns='jabber:x:data' type='submit'><field var='accountjid'><value>romeo@example.org</value></field></x></command></iq>
Juliet receives:
	<iq type='result' id='s2'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#user-stats' sessionid='{scansion:any}' status='completed' scansion:strict='false'>
		<x xmlns='jabber:x:data' type='result' scansion:strict='false'>
			<field var='ipaddresses' label='{scansion:any}'><value>{scansion:any}</value></field>
			<field var='rostersize' label='{scansion:any}'><value>1</value></field>
			<field var='onlineresources' label='{scansion:any}'><value>1</value></field>
			<field var='lastlogin' label='{scansion:any}'><value>{scansion:any}</value></field></x></command></iq>
Juliet sends:
	<iq type='set' id='l1' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#get-user-lastlogin'/></iq>
Juliet receives:
	<iq type='result' id='l1'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#get-user-lastlogin' sessionid='{capture:last}' status='executing' scansion:strict='false'></command></iq>
Juliet sends:
	<iq type='set' id='l2' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#get-user-lastlogin' sessionid='${last}'>
		<x xmlns='jabber:x:data' type='submit'><field var='accountjids'><value>romeo@example.org</value></field></x></command></iq>
Juliet receives:
	<iq type='result' id='l2'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#get-user-lastlogin' sessionid='{scansion:any}' status='completed' scansion:strict='false'>
		<note type='info'>romeo@example.org is online.</note>
		<x xmlns='jabber:x:data' type='result' scansion:strict='false'>
			<field var='accountjids' label='{scansion:any}'><value>romeo@example.org</value></field>
			<field var='lastlogin' label='{scansion:any}'><value>{scansion:any}</value></field></x></command></iq>
Juliet sends:
	<iq type='set' id='x1' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#user-stats'/></iq>
Juliet receives:
	<iq type='result' id='x1'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#user-stats' sessionid='{capture:none}' status='executing' scansion:strict='false'></command></iq>
Juliet sends:
	<iq type='set' id='x2' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#user-stats' sessionid='${none}'>
		<x xmlns='jabber:x:data' type='submit'><field var='accountjid'><value>nobody@example.org</value></field></x></command></iq>
Juliet receives:
	<iq type='error' id='x2'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
