# XEP-0202 §2: the server's time, in UTC
[Client] Romeo
	jid: romeo@example.org/orchard
-----
Romeo sends:
	<iq type='get' id='t1' to='example.org'><time xmlns='urn:xmpp:time'/></iq>
Romeo receives:
	<iq type='result' id='t1' from='example.org'><time xmlns='urn:xmpp:time'><tzo>{scansion:any}</tzo><utc>{scansion:any}</utc></time></iq>
