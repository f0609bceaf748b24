# XEP-0012 §3, §5: uptime of the server, absence of an account, both by the clock; disco says so
## prosody: its clock can't be moved
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
-----
Romeo sends:
	<iq type='get' id='d1' to='example.org'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
Romeo receives:
	<iq type='result' id='d1'><query xmlns='http://jabber.org/protocol/disco#info' scansion:strict='false'><feature var='jabber:iq:last'/></query></iq>
# Juliet lets Romeo see her presence, and leaves
Romeo sends:
	<presence to='juliet@example.org' type='subscribe'/>
Juliet sends:
	<presence to='romeo@example.org' type='subscribed'/>
	<presence/>
Juliet receives:
	<presence/>
# §4: who is there has been away for no time
Romeo sends:
	<iq type='get' id='l1' to='juliet@example.org'><query xmlns='jabber:iq:last'/></iq>
Romeo receives:
	<iq type='result' id='l1' from='juliet@example.org'><query xmlns='jabber:iq:last' seconds='0'/></iq>
Juliet sends:
	<presence type='unavailable'><status>to bed</status></presence>
Juliet receives:
	<presence type='unavailable'/>
Juliet disconnects
after 90s
Romeo sends:
	<iq type='get' id='l2' to='juliet@example.org'><query xmlns='jabber:iq:last'/></iq>
Romeo receives:
	<iq type='result' id='l2' from='juliet@example.org'><query xmlns='jabber:iq:last' seconds='90'>to bed</query></iq>
# §5: the server's uptime
Romeo sends:
	<iq type='get' id='l3' to='example.org'><query xmlns='jabber:iq:last'/></iq>
Romeo receives:
	<iq type='result' id='l3' from='example.org'><query xmlns='jabber:iq:last' seconds='90'/></iq>
