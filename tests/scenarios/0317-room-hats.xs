# XEP-0317: an admin makes a hat, assigns it, changes it, takes it off, destroys it; occupants see it in presence
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
-----
Romeo sends:
	<presence to='garden@conference.example.org/R'><x xmlns='http://jabber.org/protocol/muc'/></presence>
	<iq type='set' id='c' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'/></query></iq>
Romeo receives:
	<presence from='garden@conference.example.org/R'/>
	<message type='groupchat' from='garden@conference.example.org'/>
	<iq type='result' id='c'/>
Juliet sends:
	<presence to='garden@conference.example.org/J'><x xmlns='http://jabber.org/protocol/muc'/><hats xmlns='urn:xmpp:hats:0'><hat title='Queen' uri='urn:example:queen'/></hats></presence>
Juliet receives:
	<presence from='garden@conference.example.org/R'/>
	<presence from='garden@conference.example.org/J'><hats xmlns='urn:xmpp:hats:0' scansion:absent='true'/></presence>
	<message type='groupchat' from='garden@conference.example.org'/>
Romeo receives:
	<presence from='garden@conference.example.org/J'><hats xmlns='urn:xmpp:hats:0' scansion:absent='true'/></presence>
Romeo sends:
	<iq type='get' id='1' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
	<iq type='get' id='2' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/disco#items' node='http://jabber.org/protocol/commands'/></iq>
Romeo receives in any order:
	<iq type='result' id='1'><query xmlns='http://jabber.org/protocol/disco#info' scansion:strict='false'>
		<feature var='urn:xmpp:hats:0'/><feature var='http://jabber.org/protocol/commands'/></query></iq>
	<iq type='result' id='2'><query xmlns='http://jabber.org/protocol/disco#items' node='http://jabber.org/protocol/commands' scansion:strict='false'>
		<item jid='garden@conference.example.org' node='urn:xmpp:hats:commands:create' name='{scansion:any}'/>
		<item jid='garden@conference.example.org' node='urn:xmpp:hats:commands:assign' name='{scansion:any}'/></query></iq>
Juliet sends:
	<iq type='set' id='3' to='garden@conference.example.org'><command xmlns='http://jabber.org/protocol/commands' node='urn:xmpp:hats:commands:create'/></iq>
	<iq type='set' id='4' to='garden@conference.example.org'><command xmlns='http://jabber.org/protocol/commands' node='nothing'/></iq>
Juliet receives in any order:
	<iq type='error' id='3'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='error' id='4'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
Romeo sends:
	<iq type='set' id='5' to='garden@conference.example.org'><command xmlns='http://jabber.org/protocol/commands' node='urn:xmpp:hats:commands:create' action='execute'/></iq>
Romeo receives:
	<iq type='result' id='5'><command xmlns='http://jabber.org/protocol/commands' node='urn:xmpp:hats:commands:create' status='executing' sessionid='{capture:session}'>
		<actions execute='complete'><complete/></actions>
		<x xmlns='jabber:x:data' type='form' scansion:strict='false'>
			<field var='FORM_TYPE' type='hidden'><value>urn:xmpp:hats:commands</value></field>
			<field var='hats#title' type='text-single' label='{scansion:any}'><required/></field>
			<field var='hats#uri' type='text-single' label='{scansion:any}'><required/></field>
			<field var='hats#hue' type='text-single' label='{scansion:any}'/></x></command></iq>
Romeo sends:
	<iq type='set' id='6' to='garden@conference.example.org'><command xmlns='http://jabber.org/protocol/commands' node='urn:xmpp:hats:commands:create' sessionid='${session}'>
		<x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>urn:xmpp:hats:commands</value></field>
		<field var='hats#title'><value>Assistant</value></field></x></command></iq>
Romeo receives:
	<iq type='error' id='6'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/><bad-payload xmlns='http://jabber.org/protocol/commands'/></error></iq>
Romeo sends:
	<iq type='set' id='7' to='garden@conference.example.org'><command xmlns='http://jabber.org/protocol/commands' node='urn:xmpp:hats:commands:create' sessionid='${session}'>
		<x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>urn:xmpp:hats:commands</value></field>
		<field var='hats#title'><value>Assistant</value></field><field var='hats#uri'><value>http://tech.example.edu/hats#TeacherAssistant</value></field>
		<field var='hats#hue'><value>327.255249</value></field></x></command></iq>
Romeo receives in any order:
	<iq type='result' id='7'><command xmlns='http://jabber.org/protocol/commands' node='urn:xmpp:hats:commands:create' status='completed' sessionid='${session}'/></iq>
	<message type='groupchat' from='garden@conference.example.org'><x xmlns='http://jabber.org/protocol/muc#user'><status code='104'/></x></message>
Juliet receives:
	<message type='groupchat' from='garden@conference.example.org'><x xmlns='http://jabber.org/protocol/muc#user'><status code='104'/></x></message>
Romeo sends:
	<iq type='set' id='8' to='garden@conference.example.org'><command xmlns='http://jabber.org/protocol/commands' node='urn:xmpp:hats:commands:assign'>
		<x xmlns='jabber:x:data' type='submit'><field var='hats#jid'><value>juliet@example.org</value></field>
		<field var='hats#uri'><value>http://tech.example.edu/hats#TeacherAssistant</value></field></x></command></iq>
Romeo receives in any order:
	<iq type='result' id='8'><command xmlns='http://jabber.org/protocol/commands' node='urn:xmpp:hats:commands:assign' status='completed' sessionid='{scansion:any}'/></iq>
	<presence from='garden@conference.example.org/J'><hats xmlns='urn:xmpp:hats:0'>
		<hat title='Assistant' uri='http://tech.example.edu/hats#TeacherAssistant' hue='327.255249'/></hats></presence>
Juliet receives:
	<presence from='garden@conference.example.org/J'><hats xmlns='urn:xmpp:hats:0'>
		<hat title='Assistant' uri='http://tech.example.edu/hats#TeacherAssistant' hue='327.255249'/></hats></presence>
Juliet sends:
	<iq type='get' id='9' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
	<iq type='set' id='10' to='garden@conference.example.org'><command xmlns='http://jabber.org/protocol/commands' node='urn:xmpp:hats:commands:list'/></iq>
	<iq type='set' id='11' to='garden@conference.example.org'><command xmlns='http://jabber.org/protocol/commands' node='urn:xmpp:hats:commands:list-assigned'/></iq>
Juliet receives in any order:
	<iq type='result' id='9'><query xmlns='http://jabber.org/protocol/disco#info' scansion:strict='false'><x xmlns='jabber:x:data' type='result' scansion:strict='false'>
		<field var='hats#hash' type='text-single' label='{scansion:any}'><value>{scansion:any}</value></field></x></query></iq>
	<iq type='result' id='10'><command xmlns='http://jabber.org/protocol/commands' node='urn:xmpp:hats:commands:list' status='completed' sessionid='{scansion:any}'>
		<x xmlns='jabber:x:data' type='result' scansion:strict='false'><reported><field var='hats#title'/><field var='hats#uri'/><field var='hats#hue'/></reported>
			<item><field var='hats#title'><value>Assistant</value></field><field var='hats#uri'><value>http://tech.example.edu/hats#TeacherAssistant</value></field>
			<field var='hats#hue'><value>327.255249</value></field></item></x></command></iq>
	<iq type='error' id='11'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
Romeo sends:
	<iq type='set' id='12' to='garden@conference.example.org'><command xmlns='http://jabber.org/protocol/commands' node='urn:xmpp:hats:commands:list-assigned'/></iq>
Romeo receives:
	<iq type='result' id='12'><command xmlns='http://jabber.org/protocol/commands' node='urn:xmpp:hats:commands:list-assigned' status='completed' sessionid='{scansion:any}'>
		<x xmlns='jabber:x:data' type='result' scansion:strict='false'>
			<item><field var='hats#jid'><value>juliet@example.org</value></field><field var='hats#uri'><value>http://tech.example.edu/hats#TeacherAssistant</value></field>
			<field var='hats#title'><value>Assistant</value></field><field var='hats#hue'><value>327.255249</value></field></item></x></command></iq>
Romeo sends:
	<iq type='set' id='13' to='garden@conference.example.org'><command xmlns='http://jabber.org/protocol/commands' node='urn:xmpp:hats:commands:unassign'>
		<x xmlns='jabber:x:data' type='submit'><field var='hats#jid'><value>garden@conference.example.org/J</value></field>
		<field var='hats#uri'><value>http://tech.example.edu/hats#TeacherAssistant</value></field></x></command></iq>
Romeo receives in any order:
	<iq type='result' id='13'><command xmlns='http://jabber.org/protocol/commands' node='urn:xmpp:hats:commands:unassign' status='completed' sessionid='{scansion:any}'/></iq>
	<presence from='garden@conference.example.org/J'><hats xmlns='urn:xmpp:hats:0' scansion:absent='true'/></presence>
Juliet receives:
	<presence from='garden@conference.example.org/J'><hats xmlns='urn:xmpp:hats:0' scansion:absent='true'/></presence>
Romeo sends:
	<iq type='set' id='14' to='garden@conference.example.org'><command xmlns='http://jabber.org/protocol/commands' node='urn:xmpp:hats:commands:destroy'>
		<x xmlns='jabber:x:data' type='submit'><field var='hats#uri'><value>http://tech.example.edu/hats#TeacherAssistant</value></field></x></command></iq>
Romeo receives in any order:
	<iq type='result' id='14'><command xmlns='http://jabber.org/protocol/commands' node='urn:xmpp:hats:commands:destroy' status='completed' sessionid='{scansion:any}'/></iq>
	<message type='groupchat' from='garden@conference.example.org'><x xmlns='http://jabber.org/protocol/muc#user'><status code='104'/></x></message>
Juliet receives:
	<message type='groupchat' from='garden@conference.example.org'><x xmlns='http://jabber.org/protocol/muc#user'><status code='104'/></x></message>
