# XEP-0488 §3: a token is given out, used, counted, listed and revoked
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
[Client] Nurse
	jid: nurse@example.org/room
-----
Romeo sends:
	<presence to='garden@conference.example.org/Romeo'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Romeo receives:
	<presence from='garden@conference.example.org/Romeo'/>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
Romeo sends:
	<iq type='set' id='c' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'>
		<field var='muc#roomconfig_membersonly'><value>1</value></field></x></query></iq>
Romeo receives:
	<iq type='result' id='c' from='garden@conference.example.org'/>
Juliet sends:
	<iq type='set' id='t0' to='garden@conference.example.org'><request xmlns='urn:xmpp:muc-token-invite:0'/></iq>
Juliet receives:
	<iq type='error' id='t0' from='garden@conference.example.org'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
Romeo sends:
	<iq type='set' id='t1' to='garden@conference.example.org'><request xmlns='urn:xmpp:muc-token-invite:0' counter='1' delay='3600'/></iq>
Romeo receives:
	<iq type='result' id='t1' from='garden@conference.example.org'><token xmlns='urn:xmpp:muc-token-invite:0' counter='1' delay='3600'>{capture:token}</token></iq>
Juliet sends:
	<presence to='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc'><password>${token}</password></x></presence>
Juliet receives:
	<presence from='garden@conference.example.org/Romeo'/>
	<presence from='garden@conference.example.org/Juliet'>
		<x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='member' role='participant' jid='juliet@example.org/balcony'/><status code='110'/></x></presence>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
Romeo receives:
	<presence from='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='member' role='participant' jid='juliet@example.org/balcony'/></x></presence>
	<message from='garden@conference.example.org'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='member' jid='juliet@example.org' role='none'/></x></message>
# Used up.
Nurse sends:
	<presence to='garden@conference.example.org/Nurse' id='p'><x xmlns='http://jabber.org/protocol/muc'><password>${token}</password></x></presence>
Nurse receives:
	<presence type='error' id='p' from='garden@conference.example.org/Nurse'><error type='auth'><not-authorized xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>
		<expired-token xmlns='urn:xmpp:muc-token-invite:0'/></error></presence>
Romeo sends:
	<iq type='set' id='t2' to='garden@conference.example.org'><request xmlns='urn:xmpp:muc-token-invite:0'/></iq>
Romeo receives:
	<iq type='result' id='t2' from='garden@conference.example.org'><token xmlns='urn:xmpp:muc-token-invite:0' delay='2592000'>{capture:second}</token></iq>
Romeo sends:
	<iq type='get' id='l' to='garden@conference.example.org'><tokens xmlns='urn:xmpp:muc-token-invite:0'/></iq>
	<iq type='set' id='r' to='garden@conference.example.org'><revoke xmlns='urn:xmpp:muc-token-invite:0'>${second}</revoke></iq>
	<iq type='set' id='r2' to='garden@conference.example.org'><revoke xmlns='urn:xmpp:muc-token-invite:0'>${second}</revoke></iq>
Romeo receives in any order:
	<iq type='result' id='l' from='garden@conference.example.org'><tokens xmlns='urn:xmpp:muc-token-invite:0'>
		<token delay='{scansion:any}' creator='romeo@example.org'>${second}</token></tokens></iq>
	<iq type='result' id='r' from='garden@conference.example.org'/>
	<iq type='error' id='r2' from='garden@conference.example.org'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
