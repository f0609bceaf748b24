# XEP-0045 §11.1, §18.1.2: occupants of another server that are not there any more are found by pings and by errors
## sockets: peers are played in memory only
[Server]
	federated: on
	option rooms pingAfter: 00:02:00
[Client] Romeo
	jid: romeo@example.org/orchard
[Peer] Montague
	domain: montague.example
	to: conference.example.org
	bidi: on
-----
Romeo sends:
	<presence to='garden@conference.example.org/Romeo'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Romeo receives:
	<presence from='garden@conference.example.org/Romeo'/>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
Romeo sends:
	<iq type='set' id='c1' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'/></query></iq>
Romeo receives:
	<iq type='result' id='c1' from='garden@conference.example.org'/>
Montague sends:
	<presence from='benvolio@montague.example/phone' to='garden@conference.example.org/Benvolio'><x xmlns='http://jabber.org/protocol/muc'/></presence>
	<presence from='tybalt@montague.example/phone' to='garden@conference.example.org/Tybalt'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Montague receives in any order:
	<presence to='benvolio@montague.example/phone' from='garden@conference.example.org/Romeo'/>
	<presence to='benvolio@montague.example/phone' from='garden@conference.example.org/Benvolio'/>
	<message to='benvolio@montague.example/phone' type='groupchat' from='garden@conference.example.org'/>
	<presence to='tybalt@montague.example/phone' from='garden@conference.example.org/Romeo'/>
	<presence to='tybalt@montague.example/phone' from='garden@conference.example.org/Benvolio'/>
	<presence to='tybalt@montague.example/phone' from='garden@conference.example.org/Tybalt'/>
	<presence to='benvolio@montague.example/phone' from='garden@conference.example.org/Tybalt'/>
	<message to='tybalt@montague.example/phone' type='groupchat' from='garden@conference.example.org'/>
Romeo receives:
	<presence from='garden@conference.example.org/Benvolio'/>
	<presence from='garden@conference.example.org/Tybalt'/>
after 3m
Montague receives in any order:
	<iq type='get' from='garden@conference.example.org' to='benvolio@montague.example/phone' id='{capture:one}'><ping xmlns='urn:xmpp:ping'/></iq>
	<iq type='get' from='garden@conference.example.org' to='tybalt@montague.example/phone' id='{capture:two}'><ping xmlns='urn:xmpp:ping'/></iq>
# One does not know pings, and is there; nobody is at the other's.
Montague sends:
	<iq type='error' to='garden@conference.example.org' from='benvolio@montague.example/phone' id='${one}'><error type='cancel'><feature-not-implemented xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='error' to='garden@conference.example.org' from='tybalt@montague.example/phone' id='${two}'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
Montague receives in any order:
	<presence type='unavailable' to='tybalt@montague.example/phone' from='garden@conference.example.org/Tybalt'>
		<x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='none' jid='tybalt@montague.example/phone'/><status code='110'/><status code='333'/></x></presence>
	<presence type='unavailable' to='benvolio@montague.example/phone' from='garden@conference.example.org/Tybalt'>
		<x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='none'/><status code='333'/></x></presence>
Romeo receives:
	<presence type='unavailable' from='garden@conference.example.org/Tybalt'>
		<x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='none' jid='tybalt@montague.example/phone'/><status code='333'/></x></presence>
# A message that is refused is no sign of that; one that finds nobody is.
Romeo sends:
	<message to='garden@conference.example.org' type='groupchat' id='m1'><body>Who is there?</body></message>
Romeo receives:
	<message from='garden@conference.example.org/Romeo' type='groupchat' id='m1'/>
Montague receives:
	<message to='benvolio@montague.example/phone' from='garden@conference.example.org/Romeo' type='groupchat' id='m1'/>
Montague sends:
	<message to='garden@conference.example.org/Romeo' from='benvolio@montague.example/phone' type='error' id='m1'><error type='modify'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
Romeo receives: nothing
Montague sends:
	<message to='garden@conference.example.org/Romeo' from='benvolio@montague.example/phone' type='error' id='m1'><error type='wait'><recipient-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
Romeo receives:
	<presence type='unavailable' from='garden@conference.example.org/Benvolio'>
		<x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='none' jid='benvolio@montague.example/phone'/><status code='333'/></x></presence>
Montague receives:
	<presence type='unavailable' to='benvolio@montague.example/phone' from='garden@conference.example.org/Benvolio'/>
