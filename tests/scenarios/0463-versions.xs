# XEP-0463 §5: who follows the versions of the affiliations gets what changed, whether he was there or not
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
-----
Romeo sends:
	<presence to='garden@conference.example.org/Romeo'><x xmlns='http://jabber.org/protocol/muc'/></presence>
Romeo receives:
	<presence from='garden@conference.example.org/Romeo'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='owner' role='moderator' jid='romeo@example.org/orchard'/><status code='110'/><status code='201'/></x></presence>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
Romeo sends:
	<iq type='set' id='c' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#roomconfig</value></field><field var='muc#roomconfig_whois'><value>anyone</value></field><field var='muc#roomconfig_persistentroom'><value>1</value></field></x></query></iq>
Romeo receives:
	<iq type='result' id='c' from='garden@conference.example.org'/>
# all, before any presence
Juliet sends:
	<presence to='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc'><mav xmlns='urn:xmpp:muc:affiliations:1'/></x></presence>
Juliet receives:
	<message from='garden@conference.example.org'><x xmlns='http://jabber.org/protocol/muc#user'><mav xmlns='urn:xmpp:muc:affiliations:1' until='{capture:v1}'/><item affiliation='owner' jid='romeo@example.org'/></x></message>
Juliet receives:
	<presence from='garden@conference.example.org/Romeo'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='owner' role='moderator' jid='romeo@example.org/orchard'/></x></presence>
	<presence from='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc#user'><mav xmlns='urn:xmpp:muc:affiliations:1' until='${v1}'/><item affiliation='none' role='participant' jid='juliet@example.org/balcony'/><status code='110'/><status code='100'/></x></presence>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
Romeo receives:
	<presence from='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant' jid='juliet@example.org/balcony'/></x></presence>
# a change: with the versions for who wants them
Romeo sends:
	<iq type='set' id='a1' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='member' jid='nurse@example.org'/></query></iq>
Romeo receives:
	<iq type='result' id='a1' from='garden@conference.example.org'/>
	<message from='garden@conference.example.org'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='member' role='none' jid='nurse@example.org'/></x></message>
Juliet receives:
	<message from='garden@conference.example.org'><x xmlns='http://jabber.org/protocol/muc#user'><mav xmlns='urn:xmpp:muc:affiliations:1' since='${v1}' until='{capture:v2}'/><item affiliation='member' role='none' jid='nurse@example.org'/></x></message>
# bans are not for all: no version is spent
Romeo sends:
	<iq type='set' id='a2' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='outcast' jid='mercutio@example.org'/></query></iq>
Romeo receives:
	<iq type='result' id='a2' from='garden@conference.example.org'/>
	<message from='garden@conference.example.org'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='outcast' role='none' jid='mercutio@example.org'/></x></message>
Juliet sends:
	<presence to='garden@conference.example.org/Juliet' type='unavailable'/>
Juliet receives:
	<presence from='garden@conference.example.org/Juliet' type='unavailable'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='none' jid='juliet@example.org/balcony'/><status code='110'/></x></presence>
Romeo receives:
	<presence from='garden@conference.example.org/Juliet' type='unavailable'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='none' jid='juliet@example.org/balcony'/></x></presence>
# changes while away
Romeo sends:
	<iq type='set' id='a3' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='admin' jid='nurse@example.org'/></query></iq>
Romeo receives:
	<iq type='result' id='a3' from='garden@conference.example.org'/>
	<message from='garden@conference.example.org'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='admin' role='none' jid='nurse@example.org'/></x></message>
Romeo sends:
	<iq type='set' id='a4' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='member' jid='paris@example.org'/></query></iq>
Romeo receives:
	<iq type='result' id='a4' from='garden@conference.example.org'/>
	<message from='garden@conference.example.org'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='member' role='none' jid='paris@example.org'/></x></message>
Romeo sends:
	<iq type='set' id='a5' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='none' jid='paris@example.org'/></query></iq>
Romeo receives:
	<iq type='result' id='a5' from='garden@conference.example.org'/>
	<message from='garden@conference.example.org'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='none' jid='paris@example.org'/></x></message>
Juliet sends:
	<presence to='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc'><mav xmlns='urn:xmpp:muc:affiliations:1' since='${v2}'/></x></presence>
Juliet receives:
	<message from='garden@conference.example.org'><x xmlns='http://jabber.org/protocol/muc#user'><mav xmlns='urn:xmpp:muc:affiliations:1' since='${v2}' until='{capture:v3}'/><item affiliation='admin' jid='nurse@example.org'/><item affiliation='none' jid='paris@example.org'/></x></message>
Juliet receives:
	<presence from='garden@conference.example.org/Romeo'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='owner' role='moderator' jid='romeo@example.org/orchard'/></x></presence>
	<presence from='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc#user'><mav xmlns='urn:xmpp:muc:affiliations:1' until='${v3}'/><item affiliation='none' role='participant' jid='juliet@example.org/balcony'/><status code='110'/><status code='100'/></x></presence>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
Romeo receives:
	<presence from='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant' jid='juliet@example.org/balcony'/></x></presence>
Juliet sends:
	<presence to='garden@conference.example.org/Juliet' type='unavailable'/>
Juliet receives:
	<presence from='garden@conference.example.org/Juliet' type='unavailable'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='none' jid='juliet@example.org/balcony'/><status code='110'/></x></presence>
Romeo receives:
	<presence from='garden@conference.example.org/Juliet' type='unavailable'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='none' jid='juliet@example.org/balcony'/></x></presence>
# nothing new
Juliet sends:
	<presence to='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc'><mav xmlns='urn:xmpp:muc:affiliations:1' since='${v3}'/></x></presence>
Juliet receives:
	<presence from='garden@conference.example.org/Romeo'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='owner' role='moderator' jid='romeo@example.org/orchard'/></x></presence>
	<presence from='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc#user'><mav xmlns='urn:xmpp:muc:affiliations:1' until='${v3}'/><item affiliation='none' role='participant' jid='juliet@example.org/balcony'/><status code='110'/><status code='100'/></x></presence>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
Romeo receives:
	<presence from='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant' jid='juliet@example.org/balcony'/></x></presence>
# a change of somebody who is there is in his presence
Romeo sends:
	<iq type='set' id='a6' to='garden@conference.example.org'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='member' jid='juliet@example.org'/></query></iq>
Romeo receives:
	<iq type='result' id='a6' from='garden@conference.example.org'/>
	<presence from='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='member' role='participant' jid='juliet@example.org/balcony'><actor nick='Romeo'/></item></x></presence>
Juliet receives:
	<presence from='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc#user'><mav xmlns='urn:xmpp:muc:affiliations:1' since='${v3}' until='{capture:v4}'/><item affiliation='member' role='participant' jid='juliet@example.org/balcony'><actor nick='Romeo'/></item><status code='110'/></x></presence>
Juliet sends:
	<presence to='garden@conference.example.org/Juliet' type='unavailable'/>
Juliet receives:
	<presence from='garden@conference.example.org/Juliet' type='unavailable'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='member' role='none' jid='juliet@example.org/balcony'/><status code='110'/></x></presence>
Romeo receives:
	<presence from='garden@conference.example.org/Juliet' type='unavailable'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='member' role='none' jid='juliet@example.org/balcony'/></x></presence>
# a version that the room does not know
Juliet sends:
	<presence to='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc'><mav xmlns='urn:xmpp:muc:affiliations:1' since='once'/></x></presence>
Juliet receives:
	<message from='garden@conference.example.org'><x xmlns='http://jabber.org/protocol/muc#user'><mav xmlns='urn:xmpp:muc:affiliations:1' until='${v4}'/><item affiliation='owner' jid='romeo@example.org'/><item affiliation='member' jid='juliet@example.org'/><item affiliation='admin' jid='nurse@example.org'/></x></message>
Juliet receives:
	<presence from='garden@conference.example.org/Romeo'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='owner' role='moderator' jid='romeo@example.org/orchard'/></x></presence>
	<presence from='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc#user'><mav xmlns='urn:xmpp:muc:affiliations:1' until='${v4}'/><item affiliation='member' role='participant' jid='juliet@example.org/balcony'/><status code='110'/><status code='100'/></x></presence>
	<message type='groupchat' from='garden@conference.example.org'><subject></subject></message>
Romeo receives:
	<presence from='garden@conference.example.org/Juliet'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='member' role='participant' jid='juliet@example.org/balcony'/></x></presence>
