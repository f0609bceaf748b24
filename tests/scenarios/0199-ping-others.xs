# XEP-0199 §4.3, §4.4: an account answers for itself, a client's full address is the client's own matter
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
-----
Romeo sends:
	<iq type='get' id='p1' to='juliet@example.org/balcony'><ping xmlns='urn:xmpp:ping'/></iq>
Juliet receives:
	<iq type='get' id='p1' from='romeo@example.org/orchard'><ping xmlns='urn:xmpp:ping'/></iq>
Juliet sends:
	<iq type='result' id='p1' to='romeo@example.org/orchard'/>
Romeo receives:
	<iq type='result' id='p1' from='juliet@example.org/balcony'/>
