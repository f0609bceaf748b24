# XEP-0092 §3: name and version of the server, without its system unless the operator wants it
## prosody: it has another name
[Client] Romeo
	jid: romeo@example.org/orchard
-----
Romeo sends:
	<iq type='get' id='v1' to='example.org'><query xmlns='jabber:iq:version'/></iq>
Romeo receives:
	<iq type='result' id='v1' from='example.org'><query xmlns='jabber:iq:version'><name>Balcony</name><version>{scansion:any}</version></query></iq>
