# RFC 6120 §4.9.3.24: a first-level element that is nothing we know
[Client] Romeo
	jid: romeo@example.org
-----
Romeo sends:
	<pubsub xmlns='http://jabber.org/protocol/pubsub'/>
Romeo receives stream error: unsupported-stanza-type
