# XEP-0198 §5: a request to a client that is away waits, and is answered after the resumption
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
	management: true
-----
Juliet loses the connection
Romeo sends:
	<iq to='juliet@example.org/balcony' type='get' id='i1'><query xmlns='urn:x'/></iq>
after 2m
Juliet resumes
Juliet receives:
	<iq id='i1' type='get' from='romeo@example.org/orchard'/>
Juliet sends:
	<iq to='romeo@example.org/orchard' type='result' id='i1'/>
Romeo receives:
	<iq id='i1' type='result' from='juliet@example.org/balcony'/>
