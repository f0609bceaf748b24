# RFC 6121 §2.3.3: sets that are refused
## prosody: it takes some of them
[Client] Romeo
	jid: romeo@example.org/orchard
-----
# several items
Romeo sends:
	<iq type='set' id='e1'><query xmlns='jabber:iq:roster'><item jid='a@example.org'/><item jid='b@example.org'/></query></iq>
Romeo receives:
	<iq type='error' id='e1'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
# none
Romeo sends:
	<iq type='set' id='e2'><query xmlns='jabber:iq:roster'/></iq>
Romeo receives:
	<iq type='error' id='e2'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
# without address, with a bad one
Romeo sends:
	<iq type='set' id='e3'><query xmlns='jabber:iq:roster'><item name='x'/></query></iq>
	<iq type='set' id='e4'><query xmlns='jabber:iq:roster'><item jid='a@@b'/></query></iq>
Romeo receives:
	<iq type='error' id='e3'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='error' id='e4'><error type='modify'/></iq>
# a group twice
Romeo sends:
	<iq type='set' id='e5'><query xmlns='jabber:iq:roster'><item jid='a@example.org'><group>A</group><group>A</group></item></query></iq>
Romeo receives:
	<iq type='error' id='e5'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
# an empty group
Romeo sends:
	<iq type='set' id='e6'><query xmlns='jabber:iq:roster'><item jid='a@example.org'><group/></item></query></iq>
Romeo receives:
	<iq type='error' id='e6'><error type='modify'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
# a name or a group too long
Romeo sends:
	<iq type='set' id='e7'><query xmlns='jabber:iq:roster'><item jid='a@example.org' name='{repeat 5000 a}'/></query></iq>
	<iq type='set' id='e8'><query xmlns='jabber:iq:roster'><item jid='a@example.org'><group>{repeat 5000 a}</group></item></query></iq>
Romeo receives:
	<iq type='error' id='e7'><error type='modify'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='error' id='e8'><error type='modify'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
# nothing of it is kept
Romeo sends:
	<iq type='get' id='r3'><query xmlns='jabber:iq:roster'/></iq>
Romeo receives:
	<iq type='result' id='r3'><query xmlns='jabber:iq:roster' scansion:strict='false'><item xmlns='jabber:iq:roster' scansion:absent='true'/></query></iq>
