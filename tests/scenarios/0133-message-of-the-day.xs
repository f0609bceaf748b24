# XEP-0133 §4.24 to §4.26: the message of the day reaches each account once: now, or at the next login
## federated: an administrator is one of one server
## prosody: it greets otherwise
[Server]
	admins: juliet@example.org
[Client] Juliet
	jid: juliet@example.org/balcony
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Romeo's phone
	jid: romeo@example.org/phone
[Client] Nurse
	jid: nurse@example.org/house
-----
Romeo connects
Romeo sends:
	<presence/>
Romeo receives:
	<presence from='romeo@example.org/orchard'/>
Juliet sends:
	<iq type='set' id='s1' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#set-motd'/></iq>
Juliet receives:
	<iq type='result' id='s1'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#set-motd' sessionid='{capture:set}' status='executing' scansion:strict='false'><x xmlns='jabber:x:data' type='form' scansion:strict='false'><field type='text-multi' var='motd' label='{scansion:any}'><required/></field></x></command></iq>
Juliet sends:
	<iq type='set' id='s2' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#set-motd' sessionid='${set}'>
		<x xmlns='jabber:x:data' type='submit'><field var='motd'><value>A plague</value><value>o both your houses</value></field></x></command></iq>
Juliet receives:
	<iq type='result' id='s2'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#set-motd' sessionid='{scansion:any}' status='completed' scansion:strict='false'></command></iq>
Romeo receives:
	<message type='headline' from='example.org' to='romeo@example.org/orchard'><body>A plague&#10;o both your houses</body></message>
# Juliet was not available: she gets it when she is
Juliet receives: nothing
Juliet sends:
	<presence><priority>-1</priority></presence>
Juliet receives:
	<presence from='juliet@example.org/balcony'/>
Juliet sends:
	<presence/>
Juliet receives in any order:
	<presence from='juliet@example.org/balcony'/>
	<message type='headline' from='example.org' to='juliet@example.org/balcony'><body>A plague&#10;o both your houses</body></message>
# once for each account, on whatever device
Romeo disconnects
Romeo's phone connects
Romeo's phone sends:
	<presence/>
Romeo's phone receives:
	<presence from='romeo@example.org/phone'/>
Romeo's phone receives: nothing
# corrected: who has got it does not get it again; the form begins with what there is
Juliet sends:
	<iq type='set' id='e1' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#edit-motd'/></iq>
Juliet receives:
	<iq type='result' id='e1'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#edit-motd' sessionid='{capture:edit}' status='executing' scansion:strict='false'><x xmlns='jabber:x:data' type='form' scansion:strict='false'><field type='text-multi' var='motd' label='{scansion:any}'><value>A plague</value><value>o both your houses</value><required/></field></x></command></iq>
Juliet sends:
	<iq type='set' id='e2' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#edit-motd' sessionid='${edit}'>
		<x xmlns='jabber:x:data' type='submit'><field var='subject'><value>Verona</value></field><field var='motd'><value>Peace.</value></field></x></command></iq>
Juliet receives:
	<iq type='result' id='e2'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#edit-motd' sessionid='{scansion:any}' status='completed' scansion:strict='false'></command></iq>
Nurse connects
Nurse sends:
	<presence/>
Nurse receives in any order:
	<presence from='nurse@example.org/house'/>
	<message type='headline' from='example.org' to='nurse@example.org/house'><subject>Verona</subject><body>Peace.</body></message>
Romeo's phone receives: nothing
Juliet receives: nothing
# a new one is for everybody
Juliet sends:
	<iq type='set' id='s3' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#set-motd'/></iq>
Juliet receives:
	<iq type='result' id='s3'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#set-motd' sessionid='{capture:set}' status='executing' scansion:strict='false'></command></iq>
Juliet sends:
	<iq type='set' id='s4' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#set-motd' sessionid='${set}'>
		<x xmlns='jabber:x:data' type='submit'><field var='motd'><value>Again.</value></field></x></command></iq>
Juliet receives in any order:
	<iq type='result' id='s4'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#set-motd' sessionid='{scansion:any}' status='completed' scansion:strict='false'></command></iq>
	<message type='headline' from='example.org' to='juliet@example.org/balcony'><body>Again.</body></message>
Romeo's phone receives:
	<message type='headline' from='example.org' to='romeo@example.org/phone'><body>Again.</body></message>
Nurse receives:
	<message type='headline' from='example.org' to='nurse@example.org/house'><body>Again.</body></message>
Juliet sends:
	<iq type='set' id='d1' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#delete-motd'/></iq>
Juliet receives:
	<iq type='result' id='d1'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#delete-motd' sessionid='{scansion:any}' status='completed' scansion:strict='false'><note type='info'>The message of the day is deleted.</note></command></iq>
Romeo connects
Romeo sends:
	<presence/>
Romeo receives in any order:
	<presence from='romeo@example.org/orchard'/>
	<presence from='romeo@example.org/phone'/>
Romeo's phone receives:
	<presence from='romeo@example.org/orchard'/>
Romeo receives: nothing
Juliet sends:
	<iq type='set' id='d2' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#delete-motd'/></iq>
Juliet receives:
	<iq type='result' id='d2'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#delete-motd' sessionid='{scansion:any}' status='completed' scansion:strict='false'><note type='error'>There is no message of the day.</note></command></iq>
