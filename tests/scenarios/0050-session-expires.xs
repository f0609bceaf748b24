# XEP-0050 §4.4: a command waits for its next step for a bounded time
[Server]
	admins: juliet@example.org
	module ping: off
[Client] Juliet
	jid: juliet@example.org/balcony
-----
Juliet sends:
	<iq type='set' id='x1' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#announce'/></iq>
Juliet receives:
	<iq type='result' id='x1'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#announce' sessionid='{capture:sid}' status='executing' scansion:strict='false'/></iq>
after 11m
Juliet sends:
	<iq type='set' id='x2' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#announce' sessionid='${sid}' action='complete'>
		<x xmlns='jabber:x:data' type='submit'><field var='announcement'><value>late</value></field></x></command></iq>
Juliet receives:
	<iq type='error' id='x2'><error type='cancel'><not-allowed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/><session-expired xmlns='http://jabber.org/protocol/commands'/></error></iq>
