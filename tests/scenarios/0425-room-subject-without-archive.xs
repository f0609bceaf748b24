# XEP-0425, XEP-0424 §6, XEP-0045 §8.1: a subject that is taken back is none any more, where no archive has it, too
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
[Client] Nurse
	jid: nurse@example.org/house
-----
Romeo sends:
	<presence to='garden@conference.example.org/Romeo'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Romeo receives:
	<presence from='garden@conference.example.org/Romeo'/>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
Romeo sends:
	<iq type='set' id='c' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#roomconfig</value></field><field var='muc#roomconfig_changesubject'><value>1</value></field><field var='muc#roomconfig_enablearchiving'><value>0</value></field></x></query></iq>
Romeo receives:
	<iq type='result' id='c' from='garden@conference.example.org'/>
Juliet sends:
	<presence to='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Juliet receives:
	<presence from='garden@conference.example.org/Romeo'/>
	<presence from='garden@conference.example.org/Juliet'/>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
Romeo receives:
	<presence from='garden@conference.example.org/Juliet'/>
Juliet sends:
	<message type='groupchat' to='garden@conference.example.org' id='s1'><subject>cheap potions</subject></message>
Juliet receives:
	<message type='groupchat' from='garden@conference.example.org/Juliet' id='s1'><subject>cheap potions</subject><stanza-id xmlns='urn:xmpp:sid:0' by='garden@conference.example.org' id='{capture:id1}'/></message>
Romeo receives:
	<message type='groupchat' from='garden@conference.example.org/Juliet' id='s1'><subject>cheap potions</subject></message>
Romeo sends:
	<iq type='set' id='m1' to='garden@conference.example.org'><moderate xmlns='urn:xmpp:message-moderate:1' id='${id1}'><retract xmlns='urn:xmpp:message-retract:1'/></moderate></iq>
Romeo receives in any order:
	<message type='groupchat' from='garden@conference.example.org'><retract xmlns='urn:xmpp:message-retract:1' id='${id1}' scansion:strict='false'/></message>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject><body scansion:absent='true'/></message>
	<iq type='result' id='m1' from='garden@conference.example.org'/>
Juliet receives:
	<message type='groupchat' from='garden@conference.example.org'><retract xmlns='urn:xmpp:message-retract:1' id='${id1}' scansion:strict='false'/></message>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject><body scansion:absent='true'/></message>
Nurse sends:
	<presence to='garden@conference.example.org/Nurse'><x xmlns='http://jabber.org/protocol/muc'><history maxchars='0'/></x></presence>
Nurse receives in any order:
	<presence from='garden@conference.example.org/Romeo'/>
	<presence from='garden@conference.example.org/Juliet'/>
	<presence from='garden@conference.example.org/Nurse'/>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject><delay xmlns='urn:xmpp:delay' from='garden@conference.example.org' stamp='{scansion:any}'/></message>
Romeo receives:
	<presence from='garden@conference.example.org/Nurse'/>
Juliet receives:
	<presence from='garden@conference.example.org/Nurse'/>
