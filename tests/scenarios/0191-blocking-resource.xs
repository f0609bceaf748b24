# XEP-0191 §3 (matching): one resource may be blocked
## prosody: it drops what is for a full address
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
[Client] Juliet's phone
	jid: juliet@example.org/phone
-----
Romeo sends:
	<iq type='set' id='b1'><block xmlns='urn:xmpp:blocking'><item jid='juliet@example.org/phone'/></block></iq>
Romeo receives:
	<iq type='result' id='b1'/>
Juliet's phone sends:
	<message to='romeo@example.org/orchard' id='m1'/>
Juliet's phone receives:
	<message type='error' id='m1'/>
Juliet sends:
	<message to='romeo@example.org/orchard' id='m2'/>
Romeo receives:
	<message id='m2' from='juliet@example.org/balcony'/>
