# XEP-0500: in a slow room, who is no admin waits between two messages with a body, whatever nickname he has
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
-----
Romeo sends:
	<presence to='garden@conference.example.org/R'><x xmlns='http://jabber.org/protocol/muc'/></presence>
	<iq type='set' id='c' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#owner'>
		<x xmlns='jabber:x:data' type='submit'><field var='muc#roomconfig_slow_mode_duration'><value>20</value></field></x></query></iq>
Romeo receives:
	<presence from='garden@conference.example.org/R'/>
	<message type='groupchat' from='garden@conference.example.org'/>
	<iq type='result' id='c'/>
Juliet sends:
	<presence to='garden@conference.example.org/J'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Juliet receives:
	<presence from='garden@conference.example.org/R'/>
	<presence from='garden@conference.example.org/J'/>
	<message type='groupchat' from='garden@conference.example.org'/>
Romeo receives:
	<presence from='garden@conference.example.org/J'/>
Juliet sends:
	<iq type='get' id='d' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
Juliet receives:
	<iq type='result' id='d'><query xmlns='http://jabber.org/protocol/disco#info' scansion:strict='false'><x xmlns='jabber:x:data' type='result' scansion:strict='false'>
		<field var='muc#roominfo_slow_mode_duration' type='text-single' label='{scansion:any}'><value>20</value></field></x></query></iq>
Juliet sends:
	<message to='garden@conference.example.org' type='groupchat' id='m1'><body>one</body></message>
Juliet receives:
	<message from='garden@conference.example.org/J' type='groupchat' id='m1'><body>one</body></message>
Romeo receives:
	<message from='garden@conference.example.org/J' type='groupchat' id='m1'><body>one</body></message>
Juliet sends:
	<message to='garden@conference.example.org' type='groupchat' id='m2'><body>two</body></message>
Juliet receives:
	<message from='garden@conference.example.org' type='error' id='m2'>
		<error type='wait'><policy-violation xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/><text xmlns='urn:ietf:params:xml:ns:xmpp-stanzas' xml:lang='en'>{scansion:any}</text></error></message>
Juliet sends:
	<message to='garden@conference.example.org' type='groupchat' id='m3'><composing xmlns='http://jabber.org/protocol/chatstates'/></message>
Juliet receives:
	<message from='garden@conference.example.org/J' type='groupchat' id='m3'><composing xmlns='http://jabber.org/protocol/chatstates'/></message>
Romeo receives:
	<message from='garden@conference.example.org/J' type='groupchat' id='m3'/>
Romeo sends:
	<message to='garden@conference.example.org' type='groupchat' id='r1'><body>one</body></message>
	<message to='garden@conference.example.org' type='groupchat' id='r2'><body>two</body></message>
Romeo receives:
	<message from='garden@conference.example.org/R' type='groupchat' id='r1'/>
	<message from='garden@conference.example.org/R' type='groupchat' id='r2'/>
Juliet receives:
	<message from='garden@conference.example.org/R' type='groupchat' id='r1'/>
	<message from='garden@conference.example.org/R' type='groupchat' id='r2'/>
after 20s
Juliet sends:
	<message to='garden@conference.example.org' type='groupchat' id='m4'><body>three</body></message>
Juliet receives:
	<message from='garden@conference.example.org/J' type='groupchat' id='m4'/>
Romeo receives:
	<message from='garden@conference.example.org/J' type='groupchat' id='m4'/>
Romeo sends:
	<iq type='get' id='f' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#owner'/></iq>
Romeo receives:
	<iq type='result' id='f'><query xmlns='http://jabber.org/protocol/muc#owner' scansion:strict='false'><x xmlns='jabber:x:data' type='form' scansion:strict='false'>
		<field var='muc#roomconfig_slow_mode_duration' type='text-single' label='{scansion:any}'><value>20</value>
			<validate xmlns='http://jabber.org/protocol/xdata-validate' datatype='xs:integer'><range min='0' max='86400'/></validate></field></x></query></iq>
Romeo sends:
	<iq type='set' id='g' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#owner'>
		<x xmlns='jabber:x:data' type='submit'><field var='muc#roomconfig_slow_mode_duration'><value>-1</value></field></x></query></iq>
Romeo receives:
	<iq type='error' id='g'><error type='modify'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
