# XEP-0050: admins of a host administer its rooms by its commands; nobody else does
## federated: an administrator is one of one server
[Server]
	admins: juliet@example.org
[Client] Juliet
	jid: juliet@example.org/balcony
[Client] Romeo
	jid: romeo@example.org/orchard
-----
# made
Juliet sends:
	<iq type='set' id='b1' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='urn:balcony:command:room-create'/></iq>
Juliet receives:
	<iq type='result' id='b1'><command xmlns='http://jabber.org/protocol/commands' node='urn:balcony:command:room-create' sessionid='{capture:s1}' status='executing' scansion:strict='false'>
		<x xmlns='jabber:x:data' type='form' scansion:strict='false'><field var='room' type='jid-single' label='{scansion:any}' scansion:strict='false'/><field var='owner' type='text-single' label='{scansion:any}' scansion:strict='false'/><field var='members-only' type='boolean' label='{scansion:any}' scansion:strict='false'/></x>
	</command></iq>
Juliet sends:
	<iq type='set' id='d1' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='urn:balcony:command:room-create' sessionid='${s1}' action='complete'><x xmlns='jabber:x:data' type='submit'><field var='room'><value>garden@conference.example.org</value></field><field var='owner'><value>nobody@example.org</value></field></x></command></iq>
Juliet receives:
	<iq type='error' id='d1'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
Juliet sends:
	<iq type='set' id='d2' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='urn:balcony:command:room-create' sessionid='${s1}' action='complete'><x xmlns='jabber:x:data' type='submit'><field var='room'><value>garden@conference.example.org</value></field><field var='owner'><value>romeo@example.org</value></field><field var='name'><value>The garden</value></field><field var='hidden'><value>0</value></field><field var='members-only'><value>1</value></field></x></command></iq>
Juliet receives:
	<iq type='result' id='d2'><command xmlns='http://jabber.org/protocol/commands' node='urn:balcony:command:room-create' sessionid='${s1}' status='completed' scansion:strict='false'>
		<note type='info'>garden@conference.example.org was made; romeo@example.org owns it.</note>
	</command></iq>
Juliet sends:
	<iq type='set' id='b2' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='urn:balcony:command:room-create'/></iq>
Juliet receives:
	<iq type='result' id='b2'><command xmlns='http://jabber.org/protocol/commands' node='urn:balcony:command:room-create' sessionid='{capture:s2}' status='executing' scansion:strict='false'>
		<x xmlns='jabber:x:data' type='form' scansion:strict='false'><field var='room' type='jid-single' label='{scansion:any}' scansion:strict='false'/></x>
	</command></iq>
Juliet sends:
	<iq type='set' id='d3' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='urn:balcony:command:room-create' sessionid='${s2}' action='complete'><x xmlns='jabber:x:data' type='submit'><field var='room'><value>garden@conference.example.org</value></field><field var='owner'><value>romeo@example.org</value></field></x></command></iq>
Juliet receives:
	<iq type='error' id='d3'><error type='cancel'><conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
# who owns it is in it, and in nobody else's list
Romeo sends:
	<presence to='garden@conference.example.org/Romeo'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Romeo receives:
	<presence from='garden@conference.example.org/Romeo'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='owner' role='moderator' jid='romeo@example.org/orchard'/><status code='110'/></x></presence>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
# listed and shown
Juliet sends:
	<iq type='set' id='b3' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='urn:balcony:command:room-list'/></iq>
Juliet receives:
	<iq type='result' id='b3'><command xmlns='http://jabber.org/protocol/commands' node='urn:balcony:command:room-list' sessionid='{capture:s3}' status='executing' scansion:strict='false'>
		<x xmlns='jabber:x:data' type='form' scansion:strict='false'><field var='host' type='jid-single' label='{scansion:any}' scansion:strict='false'/><field var='search' type='text-single' label='{scansion:any}' scansion:strict='false'/><field var='after' type='jid-single' label='{scansion:any}' scansion:strict='false'/></x>
	</command></iq>
Juliet sends:
	<iq type='set' id='d4' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='urn:balcony:command:room-list' sessionid='${s3}' action='complete'><x xmlns='jabber:x:data' type='submit'><field var='host'><value>example.org</value></field></x></command></iq>
Juliet receives:
	<iq type='result' id='d4'><command xmlns='http://jabber.org/protocol/commands' node='urn:balcony:command:room-list' sessionid='${s3}' status='completed' scansion:strict='false'>
		<x xmlns='jabber:x:data' type='result' scansion:strict='false'><item><field var='room'><value>garden@conference.example.org</value></field><field var='name'><value>The garden</value></field><field var='public'><value>yes</value></field><field var='members-only'><value>yes</value></field><field var='occupants'><value>1</value></field></item></x>
		<note type='info'>1 room.</note>
	</command></iq>
Juliet sends:
	<iq type='set' id='b4' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='urn:balcony:command:room-show'/></iq>
Juliet receives:
	<iq type='result' id='b4'><command xmlns='http://jabber.org/protocol/commands' node='urn:balcony:command:room-show' sessionid='{capture:s4}' status='executing' scansion:strict='false'>
		<x xmlns='jabber:x:data' type='form' scansion:strict='false'><field var='room' type='jid-single' label='{scansion:any}' scansion:strict='false'/></x>
	</command></iq>
Juliet sends:
	<iq type='set' id='d5' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='urn:balcony:command:room-show' sessionid='${s4}' action='complete'><x xmlns='jabber:x:data' type='submit'><field var='room'><value>nowhere@conference.example.org</value></field></x></command></iq>
Juliet receives:
	<iq type='error' id='d5'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
Juliet sends:
	<iq type='set' id='d6' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='urn:balcony:command:room-show' sessionid='${s4}' action='complete'><x xmlns='jabber:x:data' type='submit'><field var='room'><value>garden@conference.example.org</value></field></x></command></iq>
Juliet receives:
	<iq type='result' id='d6'><command xmlns='http://jabber.org/protocol/commands' node='urn:balcony:command:room-show' sessionid='${s4}' status='completed' scansion:strict='false'>
		<x xmlns='jabber:x:data' type='result' scansion:strict='false'><field var='owners' type='text-single' label='{scansion:any}'><value>romeo@example.org</value></field><field var='occupants' type='text-single' label='{scansion:any}'><value>1</value></field><field var='members-only' type='text-single' label='{scansion:any}'><value>yes</value></field></x>
		<note type='info'>garden@conference.example.org was made by romeo@example.org.</note>
	</command></iq>
# configured: everybody is told
Juliet sends:
	<iq type='set' id='b5' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='urn:balcony:command:room-config'/></iq>
Juliet receives:
	<iq type='result' id='b5'><command xmlns='http://jabber.org/protocol/commands' node='urn:balcony:command:room-config' sessionid='{capture:s5}' status='executing' scansion:strict='false'>
		<x xmlns='jabber:x:data' type='form' scansion:strict='false'><field var='room' type='jid-single' label='{scansion:any}' scansion:strict='false'/><field var='field' type='text-single' label='{scansion:any}' scansion:strict='false'/><field var='value' type='text-multi' label='{scansion:any}' scansion:strict='false'/><field var='clear' type='boolean' label='{scansion:any}' scansion:strict='false'/></x>
	</command></iq>
Juliet sends:
	<iq type='set' id='d7' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='urn:balcony:command:room-config' sessionid='${s5}' action='complete'><x xmlns='jabber:x:data' type='submit'><field var='room'><value>garden@conference.example.org</value></field><field var='field'><value>no-such</value></field><field var='value'><value>1</value></field></x></command></iq>
Juliet receives:
	<iq type='error' id='d7'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/><bad-payload xmlns='http://jabber.org/protocol/commands'/></error></iq>
Juliet sends:
	<iq type='set' id='d8' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='urn:balcony:command:room-config' sessionid='${s5}' action='complete'><x xmlns='jabber:x:data' type='submit'><field var='room'><value>garden@conference.example.org</value></field><field var='field'><value>moderatedroom</value></field><field var='value'><value>1</value></field></x></command></iq>
Juliet receives:
	<iq type='result' id='d8'><command xmlns='http://jabber.org/protocol/commands' node='urn:balcony:command:room-config' sessionid='${s5}' status='completed' scansion:strict='false'>
		<note type='info'>moderatedroom of garden@conference.example.org is set.</note>
	</command></iq>
Romeo receives:
	<message type='groupchat' from='garden@conference.example.org'><x xmlns='http://jabber.org/protocol/muc#user'><status code='104'/></x></message>
Juliet sends:
	<iq type='set' id='b6' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='urn:balcony:command:room-config'/></iq>
Juliet receives:
	<iq type='result' id='b6'><command xmlns='http://jabber.org/protocol/commands' node='urn:balcony:command:room-config' sessionid='{capture:s6}' status='executing' scansion:strict='false'>
		<x xmlns='jabber:x:data' type='form' scansion:strict='false'><field var='room' type='jid-single' label='{scansion:any}' scansion:strict='false'/></x>
	</command></iq>
Juliet sends:
	<iq type='set' id='d9' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='urn:balcony:command:room-config' sessionid='${s6}' action='complete'><x xmlns='jabber:x:data' type='submit'><field var='room'><value>garden@conference.example.org</value></field><field var='field'><value>moderatedroom</value></field></x></command></iq>
Juliet receives:
	<iq type='result' id='d9'><command xmlns='http://jabber.org/protocol/commands' node='urn:balcony:command:room-config' sessionid='${s6}' status='completed' scansion:strict='false'>
		<x xmlns='jabber:x:data' type='result' scansion:strict='false'><item><field var='field'><value>moderatedroom</value></field><field var='value'><value>1</value></field><field var='meaning'><value>{scansion:any}</value></field></item></x>
	</command></iq>
# affiliations
Juliet sends:
	<iq type='set' id='b7' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='urn:balcony:command:room-affiliate'/></iq>
Juliet receives:
	<iq type='result' id='b7'><command xmlns='http://jabber.org/protocol/commands' node='urn:balcony:command:room-affiliate' sessionid='{capture:s7}' status='executing' scansion:strict='false'>
		<x xmlns='jabber:x:data' type='form' scansion:strict='false'><field var='room' type='jid-single' label='{scansion:any}' scansion:strict='false'/><field var='jid' type='text-single' label='{scansion:any}' scansion:strict='false'/><field var='affiliation' type='list-single' label='{scansion:any}' scansion:strict='false'/></x>
	</command></iq>
Juliet sends:
	<iq type='set' id='d10' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='urn:balcony:command:room-affiliate' sessionid='${s7}' action='complete'><x xmlns='jabber:x:data' type='submit'><field var='room'><value>garden@conference.example.org</value></field><field var='jid'><value>romeo@example.org</value></field><field var='affiliation'><value>none</value></field></x></command></iq>
Juliet receives:
	<iq type='error' id='d10'><error type='cancel'><conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
Juliet sends:
	<iq type='set' id='d11' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='urn:balcony:command:room-affiliate' sessionid='${s7}' action='complete'><x xmlns='jabber:x:data' type='submit'><field var='room'><value>garden@conference.example.org</value></field><field var='jid'><value>mantua.example</value></field><field var='affiliation'><value>outcast</value></field><field var='reason'><value>Too far</value></field></x></command></iq>
Juliet receives:
	<iq type='result' id='d11'><command xmlns='http://jabber.org/protocol/commands' node='urn:balcony:command:room-affiliate' sessionid='${s7}' status='completed' scansion:strict='false'>
		<note type='info'>mantua.example is outcast in garden@conference.example.org.</note>
	</command></iq>
Romeo receives:
	<message from='garden@conference.example.org'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='outcast' role='none' jid='mantua.example'><reason>Too far</reason></item></x></message>
# an admin of the host stays the owner of its rooms
Juliet sends:
	<iq type='set' id='b8' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='urn:balcony:command:room-affiliate'/></iq>
Juliet receives:
	<iq type='result' id='b8'><command xmlns='http://jabber.org/protocol/commands' node='urn:balcony:command:room-affiliate' sessionid='{capture:s8}' status='executing' scansion:strict='false'>
		<x xmlns='jabber:x:data' type='form' scansion:strict='false'><field var='room' type='jid-single' label='{scansion:any}' scansion:strict='false'/></x>
	</command></iq>
Juliet sends:
	<iq type='set' id='d12' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='urn:balcony:command:room-affiliate' sessionid='${s8}' action='complete'><x xmlns='jabber:x:data' type='submit'><field var='room'><value>garden@conference.example.org</value></field><field var='jid'><value>juliet@example.org</value></field><field var='affiliation'><value>member</value></field></x></command></iq>
Juliet receives:
	<iq type='result' id='d12'><command xmlns='http://jabber.org/protocol/commands' node='urn:balcony:command:room-affiliate' sessionid='${s8}' status='completed' scansion:strict='false'>
		<note type='info'>juliet@example.org is member in the lists of garden@conference.example.org, and owner all the same: admins of a host own its rooms.</note>
	</command></iq>
Romeo receives:
	<message from='garden@conference.example.org'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='member' role='none' jid='juliet@example.org'/></x></message>
Juliet sends:
	<iq type='set' id='b9' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='urn:balcony:command:room-affiliations'/></iq>
Juliet receives:
	<iq type='result' id='b9'><command xmlns='http://jabber.org/protocol/commands' node='urn:balcony:command:room-affiliations' sessionid='{capture:s9}' status='executing' scansion:strict='false'>
		<x xmlns='jabber:x:data' type='form' scansion:strict='false'><field var='room' type='jid-single' label='{scansion:any}' scansion:strict='false'/></x>
	</command></iq>
Juliet sends:
	<iq type='set' id='d13' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='urn:balcony:command:room-affiliations' sessionid='${s9}' action='complete'><x xmlns='jabber:x:data' type='submit'><field var='room'><value>garden@conference.example.org</value></field></x></command></iq>
Juliet receives:
	<iq type='result' id='d13'><command xmlns='http://jabber.org/protocol/commands' node='urn:balcony:command:room-affiliations' sessionid='${s9}' status='completed' scansion:strict='false'>
		<x xmlns='jabber:x:data' type='result' scansion:strict='false'><item><field var='address'><value>romeo@example.org</value></field><field var='affiliation'><value>owner</value></field><field var='nickname'><value></value></field><field var='reason'><value></value></field></item><item><field var='address'><value>juliet@example.org</value></field><field var='affiliation'><value>member</value></field><field var='nickname'><value></value></field><field var='reason'><value></value></field></item><item><field var='address'><value>mantua.example</value></field><field var='affiliation'><value>outcast</value></field><field var='nickname'><value></value></field><field var='reason'><value>Too far</value></field></item></x>
		<note type='info'>3 have an affiliation with garden@conference.example.org.</note>
	</command></iq>
# who is there, and is not any more
Juliet sends:
	<iq type='set' id='b10' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='urn:balcony:command:room-occupants'/></iq>
Juliet receives:
	<iq type='result' id='b10'><command xmlns='http://jabber.org/protocol/commands' node='urn:balcony:command:room-occupants' sessionid='{capture:s10}' status='executing' scansion:strict='false'>
		<x xmlns='jabber:x:data' type='form' scansion:strict='false'><field var='room' type='jid-single' label='{scansion:any}' scansion:strict='false'/></x>
	</command></iq>
Juliet sends:
	<iq type='set' id='d14' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='urn:balcony:command:room-occupants' sessionid='${s10}' action='complete'><x xmlns='jabber:x:data' type='submit'><field var='room'><value>garden@conference.example.org</value></field></x></command></iq>
Juliet receives:
	<iq type='result' id='d14'><command xmlns='http://jabber.org/protocol/commands' node='urn:balcony:command:room-occupants' sessionid='${s10}' status='completed' scansion:strict='false'>
		<x xmlns='jabber:x:data' type='result' scansion:strict='false'><item><field var='nickname'><value>Romeo</value></field><field var='address'><value>romeo@example.org</value></field><field var='affiliation'><value>owner</value></field><field var='role'><value>moderator</value></field><field var='sessions'><value>1</value></field></item></x>
		<note type='info'>1 is in garden@conference.example.org.</note>
	</command></iq>
Juliet sends:
	<iq type='set' id='b11' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='urn:balcony:command:room-kick'/></iq>
Juliet receives:
	<iq type='result' id='b11'><command xmlns='http://jabber.org/protocol/commands' node='urn:balcony:command:room-kick' sessionid='{capture:s11}' status='executing' scansion:strict='false'>
		<x xmlns='jabber:x:data' type='form' scansion:strict='false'><field var='room' type='jid-single' label='{scansion:any}' scansion:strict='false'/><field var='nickname' type='text-single' label='{scansion:any}' scansion:strict='false'/></x>
	</command></iq>
Juliet sends:
	<iq type='set' id='d15' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='urn:balcony:command:room-kick' sessionid='${s11}' action='complete'><x xmlns='jabber:x:data' type='submit'><field var='room'><value>garden@conference.example.org</value></field><field var='nickname'><value>Tybalt</value></field></x></command></iq>
Juliet receives:
	<iq type='error' id='d15'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
Juliet sends:
	<iq type='set' id='d16' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='urn:balcony:command:room-kick' sessionid='${s11}' action='complete'><x xmlns='jabber:x:data' type='submit'><field var='room'><value>garden@conference.example.org</value></field><field var='nickname'><value>Romeo</value></field><field var='reason'><value>Go home</value></field></x></command></iq>
Juliet receives:
	<iq type='result' id='d16'><command xmlns='http://jabber.org/protocol/commands' node='urn:balcony:command:room-kick' sessionid='${s11}' status='completed' scansion:strict='false'>
		<note type='info'>Romeo is out of garden@conference.example.org.</note>
	</command></iq>
Romeo receives:
	<presence type='unavailable' from='garden@conference.example.org/Romeo'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='owner' role='none' jid='romeo@example.org/orchard'><reason>Go home</reason></item><status code='110'/><status code='307'/></x></presence>
# destroyed; it can be looked at once more before
Juliet sends:
	<iq type='set' id='b12' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='urn:balcony:command:room-destroy'/></iq>
Juliet receives:
	<iq type='result' id='b12'><command xmlns='http://jabber.org/protocol/commands' node='urn:balcony:command:room-destroy' sessionid='{capture:s12}' status='executing' scansion:strict='false'>
		<x xmlns='jabber:x:data' type='form' scansion:strict='false'><field var='room' type='jid-single' label='{scansion:any}' scansion:strict='false'/><field var='reason' type='text-single' label='{scansion:any}' scansion:strict='false'/><field var='alternate' type='jid-single' label='{scansion:any}' scansion:strict='false'/></x>
	</command></iq>
Juliet sends:
	<iq type='set' id='d17' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='urn:balcony:command:room-destroy' sessionid='${s12}' action='complete'><x xmlns='jabber:x:data' type='submit'><field var='room'><value>garden@conference.example.org</value></field><field var='alternate'><value>rose@rooms.example.net</value></field></x></command></iq>
Juliet receives:
	<iq type='result' id='d17'><command xmlns='http://jabber.org/protocol/commands' node='urn:balcony:command:room-destroy' sessionid='${s12}' status='completed' scansion:strict='false'>
		<note type='info'>garden@conference.example.org is no more.</note>
	</command></iq>
# nobody else may, whatever it is
Romeo sends:
	<iq type='set' id='r-list' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='urn:balcony:command:room-list'/></iq>
	<iq type='set' id='r-show' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='urn:balcony:command:room-show'/></iq>
	<iq type='set' id='r-create' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='urn:balcony:command:room-create'/></iq>
	<iq type='set' id='r-destroy' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='urn:balcony:command:room-destroy'/></iq>
	<iq type='set' id='r-config' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='urn:balcony:command:room-config'/></iq>
	<iq type='set' id='r-affiliations' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='urn:balcony:command:room-affiliations'/></iq>
	<iq type='set' id='r-affiliate' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='urn:balcony:command:room-affiliate'/></iq>
	<iq type='set' id='r-occupants' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='urn:balcony:command:room-occupants'/></iq>
	<iq type='set' id='r-kick' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='urn:balcony:command:room-kick'/></iq>
Romeo receives in any order:
	<iq type='error' id='r-list'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='error' id='r-show'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='error' id='r-create'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='error' id='r-destroy'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='error' id='r-config'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='error' id='r-affiliations'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='error' id='r-affiliate'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='error' id='r-occupants'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='error' id='r-kick'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
