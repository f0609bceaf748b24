# RFC 6121 §2.3: adding a contact: the result, and a push to every session that asked for the roster (§2.1.6)
## prosody: it leaves 'to' out of pushes
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Romeo's phone
	jid: romeo@example.org/phone
[Client] Romeo's tablet
	jid: romeo@example.org/tablet
-----
Romeo sends:
	<iq type='get' id='r1'><query xmlns='jabber:iq:roster'/></iq>
Romeo receives:
	<iq type='result' id='r1'/>
Romeo's phone sends:
	<iq type='get' id='r1'><query xmlns='jabber:iq:roster'/></iq>
Romeo's phone receives:
	<iq type='result' id='r1'/>
# the tablet is not interested
Romeo sends:
	<iq type='set' id='r2'><query xmlns='jabber:iq:roster'>
		<item jid='nurse@example.org' name='Nurse'><group>Servants</group><group>Friends</group></item></query></iq>
Romeo receives in any order:
	<iq type='set' id='{scansion:any}' to='romeo@example.org/orchard'><query xmlns='jabber:iq:roster' scansion:strict='false'>
		<item jid='nurse@example.org' name='Nurse' subscription='none'><group>Servants</group><group>Friends</group></item></query></iq>
	<iq type='result' id='r2'/>
Romeo's phone receives:
	<iq type='set' id='{scansion:any}' to='romeo@example.org/phone'><query xmlns='jabber:iq:roster' scansion:strict='false'>
		<item jid='nurse@example.org' name='Nurse' subscription='none'><group>Servants</group><group>Friends</group></item></query></iq>
Romeo's tablet receives: nothing
# an answer to a push, or an error (§2.1.6), is not answered
Romeo sends:
	<iq type='result' id='push'/>
	<iq type='error' id='push'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
Romeo receives: nothing
# §2.1.4: it stays
Romeo's tablet sends:
	<iq type='get' id='r3'><query xmlns='jabber:iq:roster'/></iq>
Romeo's tablet receives:
	<iq type='result' id='r3'><query xmlns='jabber:iq:roster' scansion:strict='false'>
		<item jid='nurse@example.org' name='Nurse' subscription='none'><group>Friends</group><group>Servants</group></item></query></iq>
