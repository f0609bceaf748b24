# RFC 6121 §8.5.3.1: a request to another session of the own account is that session's to answer
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Romeo's phone
	jid: romeo@example.org/phone
-----
Romeo sends:
	<iq type='get' id='i1' to='romeo@example.org/phone'><q xmlns='urn:example:q'/></iq>
Romeo's phone receives:
	<iq type='get' id='i1' from='romeo@example.org/orchard' to='romeo@example.org/phone'><q xmlns='urn:example:q'/></iq>
Romeo's phone sends:
	<iq type='result' id='i1' to='romeo@example.org/orchard'/>
Romeo receives:
	<iq type='result' id='i1' from='romeo@example.org/phone'/>
