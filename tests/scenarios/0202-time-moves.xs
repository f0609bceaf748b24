# XEP-0202 §2, XEP-0082: the format of the time
[Client] Romeo
	jid: romeo@example.org/orchard
-----
after 61s
Romeo sends:
	<iq type='get' id='t1' to='example.org'><time xmlns='urn:xmpp:time'/></iq>
Romeo receives:
	<iq type='result' id='t1' from='example.org'><time xmlns='urn:xmpp:time'><tzo>+00:00</tzo><utc>2026-01-01T12:01:01Z</utc></time></iq>
