# XEP-0045 §7.2.2, §7.6, RFC 7622 §3.4: who is in a room under another nickname than was written is told so (210)
## federated: the client's own server prepares the nickname before the room sees it
[Client] Romeo
	jid: romeo@example.org/orchard
-----
# Written with a combining accent, and with a space that is not the plain one
Romeo sends:
	<presence to='garden@conference.example.org/André'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Romeo receives:
	<presence from='garden@conference.example.org/André'><x xmlns='http://jabber.org/protocol/muc#user' scansion:strict='false'><status code='110'/><status code='210'/></x></presence>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
Romeo sends:
	<presence to='garden@conference.example.org/Romeo M'/>
Romeo receives:
	<presence type='unavailable' from='garden@conference.example.org/André'/>
	<presence from='garden@conference.example.org/Romeo M'><x xmlns='http://jabber.org/protocol/muc#user' scansion:strict='false'><status code='110'/><status code='210'/></x></presence>
Romeo sends:
	<presence to='garden@conference.example.org/Romeo'/>
Romeo receives:
	<presence type='unavailable' from='garden@conference.example.org/Romeo M'/>
	<presence from='garden@conference.example.org/Romeo'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='owner' role='moderator' jid='romeo@example.org/orchard'/><status code='110'/></x></presence>
