# XEP-0077 §3.3: another's name, no password
## prosody: it differs in the conditions
[Client] Romeo
	jid: romeo@example.org/orchard
-----
Romeo sends:
	<iq type='set' id='c1' to='example.org'><query xmlns='jabber:iq:register'><username>juliet</username><password>x</password></query></iq>
	<iq type='set' id='c2' to='example.org'><query xmlns='jabber:iq:register'><username>romeo</username></query></iq>
Romeo receives:
	<iq type='error' id='c1'><error type='{scansion:any}'/></iq>
	<iq type='error' id='c2'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
