# RFC 6121 §A.2.3 and §A.3.3: subscribed in state to-pending-in
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
Juliet sends:
	<presence type='subscribed' to='romeo@example.org'/>
Juliet sends:
	<presence type='subscribe' to='romeo@example.org'/>
Romeo sends:
	<iq type='get' id='before'><query xmlns='jabber:iq:roster' ver=''/></iq>
Romeo receives:
	<iq type='result' id='before'><query xmlns='jabber:iq:roster' ver='{scansion:any}'><item jid='juliet@example.org' subscription='to'/></query></iq>
Romeo sends:
	<presence/>
Romeo receives in any order:
	<presence from='romeo@example.org/orchard'/>
	<presence type='subscribe' from='juliet@example.org'/>
	<presence type='unavailable' from='juliet@example.org'/>
Juliet sends:
	<iq type='get' id='before'><query xmlns='jabber:iq:roster' ver=''/></iq>
Juliet receives:
	<iq type='result' id='before'><query xmlns='jabber:iq:roster' ver='{scansion:any}'><item jid='romeo@example.org' subscription='from' ask='subscribe'/></query></iq>
Juliet sends:
	<presence/>
Juliet receives in any order:
	<presence from='juliet@example.org/balcony'/>
Romeo receives:
	<presence from='juliet@example.org/balcony'/>
# routed; then Romeo's state is both
Romeo sends:
	<presence type='subscribed' to='juliet@example.org'/>
Romeo receives in any order:
	<iq type='set' id='{scansion:any}'><query xmlns='jabber:iq:roster' ver='{scansion:any}'><item jid='juliet@example.org' subscription='both'/></query></iq>
Romeo receives: nothing
Juliet receives in any order:
	<presence type='subscribed' from='romeo@example.org'/>
	<iq type='set' id='{scansion:any}'><query xmlns='jabber:iq:roster' ver='{scansion:any}'><item jid='romeo@example.org' subscription='both'/></query></iq>
	<presence from='romeo@example.org/orchard'/>
Juliet receives: nothing
Romeo sends:
	<iq type='get' id='after'><query xmlns='jabber:iq:roster' ver=''/></iq>
Romeo receives:
	<iq type='result' id='after'><query xmlns='jabber:iq:roster' ver='{scansion:any}'><item jid='juliet@example.org' subscription='both'/></query></iq>
Juliet sends:
	<iq type='get' id='after'><query xmlns='jabber:iq:roster' ver=''/></iq>
Juliet receives:
	<iq type='result' id='after'><query xmlns='jabber:iq:roster' ver='{scansion:any}'><item jid='romeo@example.org' subscription='both'/></query></iq>
