# XEP-0463 §5.2.1: versions outlast the server, and what changed meanwhile is told
## sockets: servers are restarted in memory only
[Client] Romeo
	jid: romeo@example.org/orchard
-----
Romeo sends:
	<presence to='garden@conference.example.org/Romeo'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Romeo receives:
	<presence from='garden@conference.example.org/Romeo'/>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
Romeo sends:
	<iq type='set' id='c' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#roomconfig</value></field><field var='muc#roomconfig_persistentroom'><value>1</value></field></x></query></iq>
Romeo receives:
	<iq type='result' id='c' from='garden@conference.example.org'/>
Romeo sends:
	<presence type='unavailable' to='garden@conference.example.org/Romeo'/>
Romeo receives:
	<presence type='unavailable' from='garden@conference.example.org/Romeo'/>
Romeo sends:
	<iq type='set' id='a0' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item jid='tybalt@example.org' affiliation='member'/></query></iq>
Romeo receives:
	<iq type='result' id='a0' from='garden@conference.example.org'/>
Romeo sends:
	<presence to='garden@conference.example.org/Romeo'><x xmlns='http://jabber.org/protocol/muc'><mav xmlns='urn:xmpp:muc:affiliations:1'/></x></presence>
Romeo receives:
	<message from='garden@conference.example.org'><x xmlns='http://jabber.org/protocol/muc#user'><mav xmlns='urn:xmpp:muc:affiliations:1' until='{capture:v1}'/><item affiliation='owner' jid='romeo@example.org'/><item affiliation='member' jid='tybalt@example.org'/></x></message>
	<presence from='garden@conference.example.org/Romeo'/>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
Romeo sends:
	<presence type='unavailable' to='garden@conference.example.org/Romeo'/>
Romeo receives:
	<presence type='unavailable' from='garden@conference.example.org/Romeo'/>
Romeo sends:
	<iq type='set' id='a1' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item jid='juliet@example.org' affiliation='member'/></query></iq>
Romeo receives:
	<iq type='result' id='a1' from='garden@conference.example.org'/>
crash example.org
Romeo connects
Romeo sends:
	<presence to='garden@conference.example.org/Romeo'><x xmlns='http://jabber.org/protocol/muc'><mav xmlns='urn:xmpp:muc:affiliations:1' since='${v1}'/></x></presence>
Romeo receives:
	<message from='garden@conference.example.org'><x xmlns='http://jabber.org/protocol/muc#user'><mav xmlns='urn:xmpp:muc:affiliations:1' since='${v1}' until='{capture:v2}'/><item affiliation='member' jid='juliet@example.org'/></x></message>
Romeo receives:
	<presence from='garden@conference.example.org/Romeo'><x xmlns='http://jabber.org/protocol/muc#user' scansion:strict='false'><mav xmlns='urn:xmpp:muc:affiliations:1' until='${v2}'/></x></presence>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
crash example.org
Romeo connects
# Nothing has changed: nothing is told
Romeo sends:
	<presence to='garden@conference.example.org/Romeo'><x xmlns='http://jabber.org/protocol/muc'><mav xmlns='urn:xmpp:muc:affiliations:1' since='${v2}'/></x></presence>
Romeo receives:
	<presence from='garden@conference.example.org/Romeo'><x xmlns='http://jabber.org/protocol/muc#user' scansion:strict='false'><mav xmlns='urn:xmpp:muc:affiliations:1' until='${v2}'/></x></presence>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
