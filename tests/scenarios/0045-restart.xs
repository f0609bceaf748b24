# XEP-0045 §11.2: a server that stops says so; persistent rooms come back with all that is theirs, and nobody is in them
## sockets: servers are restarted in memory only
[Server]
	federated: on
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.net/balcony
[Client] Nurse
	jid: nurse@example.org/house
	management: true
-----
Romeo sends:
	<presence to='garden@conference.example.org/Romeo'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Romeo receives:
	<presence from='garden@conference.example.org/Romeo'/>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
Romeo sends:
	<iq type='set' id='c1' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'>
		<field var='muc#roomconfig_persistentroom'><value>1</value></field><field var='muc#roomconfig_moderatedroom'><value>1</value></field></x></query></iq>
	<message to='garden@conference.example.org' type='groupchat' id='s1'><subject>Roses</subject></message>
	<message to='garden@conference.example.org' type='groupchat' id='m1'><body>By any other name</body></message>
Romeo receives:
	<iq type='result' id='c1' from='garden@conference.example.org'/>
	<message from='garden@conference.example.org/Romeo' type='groupchat' id='s1'><subject>Roses</subject></message>
	<message from='garden@conference.example.org/Romeo' type='groupchat' id='m1'/>
Nurse sends:
	<presence to='garden@conference.example.org/Nurse'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Nurse receives:
	<presence from='garden@conference.example.org/Romeo'/>
	<presence from='garden@conference.example.org/Nurse'/>
	<message type='groupchat' from='garden@conference.example.org/Romeo' id='m1'/>
	<message type='groupchat' from='garden@conference.example.org/Romeo'><subject>Roses</subject></message>
Romeo receives:
	<presence from='garden@conference.example.org/Nurse'/>
Juliet sends:
	<presence to='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Juliet receives in any order:
	<presence from='garden@conference.example.org/Romeo'/>
	<presence from='garden@conference.example.org/Nurse'/>
	<presence from='garden@conference.example.org/Juliet'/>
	<message type='groupchat' from='garden@conference.example.org/Romeo' id='m1'/>
	<message type='groupchat' from='garden@conference.example.org/Romeo'><subject>Roses</subject></message>
Romeo receives:
	<presence from='garden@conference.example.org/Juliet'/>
Nurse receives:
	<presence from='garden@conference.example.org/Juliet'/>
Nurse loses the connection
Romeo disconnects
Juliet receives:
	<presence from='garden@conference.example.org/Romeo' type='unavailable'/>
restart example.org
# The one whose session waits over the restart is told when she is back.
Nurse resumes
Nurse receives:
	<presence from='garden@conference.example.org/Romeo' type='unavailable'/>
	<presence type='unavailable' from='garden@conference.example.org/Nurse'>
		<x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='none' jid='nurse@example.org/house'/><status code='110'/><status code='332'/></x></presence>
Juliet receives:
	<presence type='unavailable' from='garden@conference.example.org/Juliet'>
		<x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='none' jid='juliet@example.net/balcony'/><status code='110'/><status code='332'/></x></presence>
# By then her server has found the other one again.
after 2m
Juliet sends:
	<iq type='get' id='i1' to='garden@conference.example.org/Juliet'><ping xmlns='urn:xmpp:ping'/></iq>
Juliet receives:
	<iq type='error' id='i1' from='garden@conference.example.org/Juliet'><error type='cancel'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
Juliet sends:
	<presence to='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Juliet receives:
	<presence from='garden@conference.example.org/Juliet'>
		<x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='visitor' jid='juliet@example.net/balcony'/><status code='110'/></x></presence>
	<message type='groupchat' from='garden@conference.example.org/Romeo' id='m1'/>
	<message type='groupchat' from='garden@conference.example.org/Romeo'><subject>Roses</subject></message>
