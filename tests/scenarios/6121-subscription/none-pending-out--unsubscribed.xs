# RFC 6121 §A.2.4 and §A.3.4: unsubscribed in state none-pending-out
# Written by SubscriptionScripts.cs; do not edit.
## prosody: it pushes anew what it asks again
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
-----
# the state is made before anybody has asked for the roster: nobody is told
Romeo sends:
	<presence type='subscribe' to='juliet@example.org'/>
Romeo sends:
	<iq type='get' id='before'><query xmlns='jabber:iq:roster' ver=''/></iq>
Romeo receives:
	<iq type='result' id='before'><query xmlns='jabber:iq:roster' ver='{scansion:any}'><item jid='juliet@example.org' subscription='none' ask='subscribe'/></query></iq>
Romeo sends:
	<presence/>
Romeo receives in any order:
	<presence from='romeo@example.org/orchard'/>
Juliet sends:
	<iq type='get' id='before'><query xmlns='jabber:iq:roster' ver=''/></iq>
Juliet receives:
	<iq type='result' id='before'><query xmlns='jabber:iq:roster' ver='{scansion:any}'></query></iq>
Juliet sends:
	<presence/>
Juliet receives in any order:
	<presence from='juliet@example.org/balcony'/>
	<presence type='subscribe' from='romeo@example.org'/>
# not routed; then Romeo's state is none-pending-out
Romeo sends:
	<presence type='unsubscribed' to='juliet@example.org'/>
Romeo receives: nothing
Juliet receives: nothing
Romeo sends:
	<iq type='get' id='after'><query xmlns='jabber:iq:roster' ver=''/></iq>
Romeo receives:
	<iq type='result' id='after'><query xmlns='jabber:iq:roster' ver='{scansion:any}'><item jid='juliet@example.org' subscription='none' ask='subscribe'/></query></iq>
Juliet sends:
	<iq type='get' id='after'><query xmlns='jabber:iq:roster' ver=''/></iq>
Juliet receives:
	<iq type='result' id='after'><query xmlns='jabber:iq:roster' ver='{scansion:any}'></query></iq>
