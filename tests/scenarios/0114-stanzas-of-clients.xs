# Some components write their stanzas as clients do: namespaces that a stanza says for itself

[Component] Gateway
	jid: gateway.example.org

[Client] Romeo
	jid: romeo@example.org/orchard
-----
Gateway sends:
	<message xmlns='jabber:client' from='gateway.example.org' to='romeo@example.org/orchard' id='m1' type='chat'><body>hi</body></message>
	<message xmlns='jabber:component:accept' from='gateway.example.org' to='romeo@example.org/orchard' id='m2' type='chat'><body>ho</body></message>
Romeo receives:
	<message from='gateway.example.org' id='m1' type='chat'><body>hi</body></message>
	<message from='gateway.example.org' id='m2' type='chat'><body>ho</body></message>
Romeo sends:
	<message to='gateway.example.org' id='m3' type='chat'><body>aye</body></message>
Gateway receives:
	<message from='romeo@example.org/orchard' id='m3' type='chat'><body>aye</body></message>
