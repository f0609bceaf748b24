# RFC 6121 §2.5.3: what is not in the roster can't be removed
## prosody: another type of error
[Client] Romeo
	jid: romeo@example.org/orchard
-----
Romeo sends:
	<iq type='set' id='r1'><query xmlns='jabber:iq:roster'><item jid='nobody@example.org' subscription='remove'/></query></iq>
Romeo receives:
	<iq type='error' id='r1'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
