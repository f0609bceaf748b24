# XEP-0050 §4.4: every error
[Server]
	admins: juliet@example.org nurse@example.org
[Client] Juliet
	jid: juliet@example.org/balcony
[Client] Nurse
	jid: nurse@example.org/house
-----
# malformed-action; a session is needed; a session that never was; no such node; a language that is not spoken; no node
Juliet sends:
	<iq type='set' id='x1' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#announce' action='jump'/></iq>
	<iq type='set' id='x2' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#announce' action='complete'/></iq>
	<iq type='set' id='x3' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#announce' sessionid='guessed'/></iq>
	<iq type='set' id='x4' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='no-such-command'/></iq>
	<iq type='set' id='x5' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#announce' xml:lang='fr-ca'/></iq>
	<iq type='set' id='x6' to='example.org'><command xmlns='http://jabber.org/protocol/commands'/></iq>
Juliet receives:
	<iq type='error' id='x1'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/><malformed-action xmlns='http://jabber.org/protocol/commands'/></error></iq>
	<iq type='error' id='x2'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/><bad-sessionid xmlns='http://jabber.org/protocol/commands'/></error></iq>
	<iq type='error' id='x3'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/><bad-sessionid xmlns='http://jabber.org/protocol/commands'/></error></iq>
	<iq type='error' id='x4'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='error' id='x5'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/><bad-locale xmlns='http://jabber.org/protocol/commands'/></error></iq>
	<iq type='error' id='x6'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
Juliet sends:
	<iq type='set' id='y1' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#announce'/></iq>
Juliet receives:
	<iq type='result' id='y1'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#announce' sessionid='{capture:sid}' status='executing' scansion:strict='false'/></iq>
# somebody else's session; another command's
Nurse sends:
	<iq type='set' id='n1' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#announce' sessionid='${sid}' action='cancel'/></iq>
Nurse receives:
	<iq type='error' id='n1'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/><bad-sessionid xmlns='http://jabber.org/protocol/commands'/></error></iq>
Juliet sends:
	<iq type='set' id='y2' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#add-user' sessionid='${sid}' action='cancel'/></iq>
	<iq type='set' id='y3' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#announce' sessionid='${sid}' action='complete'/></iq>
	<iq type='set' id='y4' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#announce' sessionid='${sid}' action='complete'>
		<x xmlns='jabber:x:data' type='submit'><field var='subject'><value>News</value></field></x></command></iq>
	<iq type='set' id='y5' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#announce' sessionid='${sid}' action='cancel'/></iq>
	<iq type='set' id='y6' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#announce' sessionid='${sid}' action='cancel'/></iq>
Juliet receives:
	<iq type='error' id='y2'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/><bad-sessionid xmlns='http://jabber.org/protocol/commands'/></error></iq>
	<iq type='error' id='y3'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/><bad-payload xmlns='http://jabber.org/protocol/commands'/></error></iq>
	<iq type='error' id='y4'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/><text xmlns='urn:ietf:params:xml:ns:xmpp-stanzas' xml:lang='en'>announcement is required</text><bad-payload xmlns='http://jabber.org/protocol/commands'/></error></iq>
	<iq type='result' id='y5'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#announce' sessionid='${sid}' status='canceled' xml:lang='en'/></iq>
	<iq type='error' id='y6'><error type='cancel'><not-allowed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/><session-expired xmlns='http://jabber.org/protocol/commands'/></error></iq>
