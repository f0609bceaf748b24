# XEP-0114 §3: a name that is no component's, not even that of a host, and none at all

[Component] Gateway
	jid: gateway.example.org
	raw: true

[Component] Host
	jid: other.example.org
	to: example.org
	raw: true

[Component] Stranger
	jid: known.example.org
	to: stranger.example.org
	raw: true

[Component] Below
	jid: parent.example.org
	to: child.parent.example.org
	subdomains
	raw: true
-----
Host opens a stream
Host receives a stream header
Host receives stream error: host-unknown
Stranger opens a stream
Stranger receives a stream header
Stranger receives stream error: host-unknown
Below opens a stream
Below receives a stream header
Below receives stream error: host-unknown
Gateway sends raw:
	<stream:stream xmlns='jabber:component:accept' xmlns:stream='http://etherx.jabber.org/streams'>
Gateway receives a stream header
Gateway receives stream error: improper-addressing
