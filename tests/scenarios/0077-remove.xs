# XEP-0077 §3.2: an account that goes: its contacts are unsubscribed, its sessions end, nobody is reached there any more
## prosody: it orders and counts otherwise
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
-----
Romeo sends:
	<presence to='juliet@example.org' type='subscribe'/>
Juliet sends:
	<presence to='romeo@example.org' type='subscribed'/>
	<presence to='romeo@example.org' type='subscribe'/>
Romeo sends:
	<presence to='juliet@example.org' type='subscribed'/>
	<presence/>
Romeo receives in any order:
	<presence from='romeo@example.org/orchard'/>
	<presence from='juliet@example.org' type='unavailable'/>
Juliet sends:
	<iq type='get' id='r1'><query xmlns='jabber:iq:roster'/></iq>
	<presence/>
Juliet receives in any order:
	<iq type='result' id='r1'><query xmlns='jabber:iq:roster' scansion:strict='false'><item jid='romeo@example.org' subscription='both'/></query></iq>
	<presence from='juliet@example.org/balcony'/>
	<presence from='romeo@example.org/orchard'/>
Romeo receives:
	<presence from='juliet@example.org/balcony'/>
Romeo sends:
	<iq type='set' id='x1' to='example.org'><query xmlns='jabber:iq:register'><remove/></query></iq>
Romeo receives:
	<iq type='result' id='x1'/>
Romeo receives stream error: not-authorized
Juliet receives in any order:
	<presence from='romeo@example.org/orchard' type='unavailable'/>
	<presence from='romeo@example.org' type='unsubscribe'/>
	<presence from='romeo@example.org' type='unsubscribed'/>
	<iq type='set' id='{scansion:any}'><query xmlns='jabber:iq:roster' scansion:strict='false'><item jid='romeo@example.org' subscription='to'/></query></iq>
	<iq type='set' id='{scansion:any}'><query xmlns='jabber:iq:roster' scansion:strict='false'><item jid='romeo@example.org' subscription='none'/></query></iq>
Juliet receives: nothing
Juliet sends:
	<message to='romeo@example.org' type='chat'><body>where art thou?</body></message>
Juliet receives:
	<message type='error' from='romeo@example.org'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
