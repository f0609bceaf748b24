# RFC 3921 §3: the old session request does nothing, for clients that still send it
[Client] Romeo
	jid: romeo@example.org/orchard
-----
Romeo sends:
	<iq type='set' id='s1'><session xmlns='urn:ietf:params:xml:ns:xmpp-session'/></iq>
Romeo receives:
	<iq type='result' id='s1'/>
