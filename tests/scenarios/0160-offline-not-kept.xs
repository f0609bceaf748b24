# XEP-0160 §3, XEP-0085 §5.6, XEP-0334 §4.2: chat states and what must not be stored are not kept
## prosody: it keeps them
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
-----
Romeo sends:
	<message to='juliet@example.org' id='o1' type='chat'><composing xmlns='http://jabber.org/protocol/chatstates'/></message>
	<message to='juliet@example.org' id='o2' type='chat'><body>burn</body><no-store xmlns='urn:xmpp:hints'/></message>
Romeo receives in any order:
	<message type='error' id='o1'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
	<message type='error' id='o2'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
Juliet connects
Juliet sends:
	<presence/>
Juliet receives:
	<presence/>
Juliet receives: nothing
