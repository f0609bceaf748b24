# RFC 6120 §4.9.3.6: a host that is not served; §4.9.1.2: the header comes before the error
[Client] Romeo
	jid: romeo@example.org
	raw: true
-----
Romeo sends raw:
	<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' to='nowhere.example' version='1.0'>
Romeo receives a stream header:
	<stream:stream id='{scansion:any}' version='1.0'/>
Romeo receives stream error: host-unknown
