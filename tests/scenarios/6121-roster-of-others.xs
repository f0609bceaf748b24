# RFC 6121 §2.1.3, §2.1.5: another account's roster can be neither read nor written
## prosody: another condition
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
-----
Juliet sends:
	<iq type='get' id='r0'><query xmlns='jabber:iq:roster'/></iq>
Juliet receives:
	<iq type='result' id='r0'/>
Romeo sends:
	<iq type='get' id='r1' to='juliet@example.org'><query xmlns='jabber:iq:roster'/></iq>
Romeo receives:
	<iq type='error' id='r1' from='juliet@example.org'><error type='{scansion:any}'/></iq>
Romeo sends:
	<iq type='set' id='r2' to='juliet@example.org'><query xmlns='jabber:iq:roster'><item jid='nurse@example.org'/></query></iq>
Romeo receives:
	<iq type='error' id='r2' from='juliet@example.org'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
# and nobody learns so who has an account
Romeo sends:
	<iq type='set' id='r2a' to='nobody@example.org'><query xmlns='jabber:iq:roster'><item jid='nurse@example.org'/></query></iq>
Romeo receives:
	<iq type='error' id='r2a' from='nobody@example.org'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
Juliet sends:
	<iq type='get' id='r3'><query xmlns='jabber:iq:roster'/></iq>
Juliet receives:
	<iq type='result' id='r3'><query xmlns='jabber:iq:roster' scansion:strict='false'><item xmlns='jabber:iq:roster' scansion:absent='true'/></query></iq>
