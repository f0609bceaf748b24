# RFC 6121 §3: contacts on a component are contacts like any other

[Component] Gateway
	jid: gateway.example.org

[Client] Romeo
	jid: romeo@example.org/orchard
-----
Romeo sends:
	<iq type='get' id='r1'><query xmlns='jabber:iq:roster'/></iq>
	<presence/>
Romeo receives:
	<iq type='result' id='r1'><query xmlns='jabber:iq:roster'/></iq>
	<presence from='romeo@example.org/orchard'/>
Romeo sends:
	<presence type='subscribe' to='nurse@gateway.example.org'/>
Romeo receives:
	<iq type='set'><query xmlns='jabber:iq:roster' ver='{scansion:any}'><item jid='nurse@gateway.example.org' subscription='none' ask='subscribe'/></query></iq>
Gateway receives:
	<presence type='subscribe' from='romeo@example.org' to='nurse@gateway.example.org'/>
Gateway sends:
	<presence type='subscribed' to='romeo@example.org' from='nurse@gateway.example.org'/>
	<presence to='romeo@example.org' from='nurse@gateway.example.org/kitchen'/>
	<presence type='subscribe' to='romeo@example.org' from='nurse@gateway.example.org'/>
Romeo receives:
	<presence type='subscribed' from='nurse@gateway.example.org'/>
	<iq type='set'><query xmlns='jabber:iq:roster' ver='{scansion:any}'><item jid='nurse@gateway.example.org' subscription='to'/></query></iq>
	<presence from='nurse@gateway.example.org/kitchen'/>
	<presence type='subscribe' from='nurse@gateway.example.org'/>
Romeo sends:
	<presence type='subscribed' to='nurse@gateway.example.org'/>
Romeo receives:
	<iq type='set'><query xmlns='jabber:iq:roster' ver='{scansion:any}'><item jid='nurse@gateway.example.org' subscription='both'/></query></iq>
Gateway receives:
	<presence type='subscribed' from='romeo@example.org' to='nurse@gateway.example.org'/>
	<presence from='romeo@example.org/orchard' to='nurse@gateway.example.org'/>
Gateway sends:
	<presence type='probe' to='romeo@example.org' from='nurse@gateway.example.org'/>
Gateway receives:
	<presence from='romeo@example.org/orchard' to='nurse@gateway.example.org'/>
Romeo disconnects
Gateway receives:
	<presence type='unavailable' from='romeo@example.org/orchard' to='nurse@gateway.example.org'/>
