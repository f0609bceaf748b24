# XEP-0114: with conflict: replace the new connection takes the place of the old one

[Component] Gateway
	jid: gateway.example.org
	conflict: replace

[Component] Second
	jid: gateway.example.org

[Client] Romeo
	jid: romeo@example.org/orchard
-----
Second connects
Gateway receives stream error: conflict
Romeo sends:
	<message to='gateway.example.org' id='m1'><body>Who is there?</body></message>
Second receives:
	<message from='romeo@example.org/orchard' to='gateway.example.org' id='m1'><body>Who is there?</body></message>
