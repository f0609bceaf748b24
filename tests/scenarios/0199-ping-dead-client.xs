# XEP-0199 §4.1: a client that does not answer has gone
## sockets: the clock jumps further than a socket can write meanwhile
[Client] Romeo
	jid: romeo@example.org/orchard
-----
after 6m
Romeo receives:
	<iq type='get' id='{scansion:any}' from='example.org'><ping xmlns='urn:xmpp:ping'/></iq>
Romeo receives stream error: connection-timeout
