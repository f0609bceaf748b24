# XEP-0012 §4, §8: who may not see the presence may not see its absence
[Client] Romeo
	jid: romeo@example.org/orchard
[Account] Juliet
	jid: juliet@example.org
-----
Romeo sends:
	<iq type='get' id='l1' to='juliet@example.org'><query xmlns='jabber:iq:last'/></iq>
Romeo receives:
	<iq type='error' id='l1' from='juliet@example.org'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
