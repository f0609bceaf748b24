# XEP-0030 §4.1: a host lists the components below it

[Server]
	module rooms: off

[Component] Gateway
	jid: gateway.example.org
	name: Out of Verona

[Component] Rooms
	jid: rooms.example.org

[Component] Hidden
	jid: hidden.example.org
	listed: no

[Component] Elsewhere
	jid: gateway.example.net

[Client] Romeo
	jid: romeo@example.org/orchard
-----
Romeo sends:
	<iq type='get' to='example.org' id='i1'><query xmlns='http://jabber.org/protocol/disco#items'/></iq>
Romeo receives:
	<iq type='result' from='example.org' id='i1'><query xmlns='http://jabber.org/protocol/disco#items'><item jid='gateway.example.org' name='Out of Verona'/><item jid='rooms.example.org'/></query></iq>
