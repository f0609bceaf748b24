# XEP-0114 §3: only addresses of its own domain

[Component] Gateway
	jid: gateway.example.org

[Client] Romeo
	jid: romeo@example.org/orchard
-----
Gateway sends:
	<message from='juliet@example.org' to='romeo@example.org'><body>false</body></message>
Gateway receives stream error: invalid-from
Romeo receives: nothing
Gateway connects
Gateway sends:
	<message from='evilgateway.example.org' to='romeo@example.org'><body>false</body></message>
Gateway receives stream error: invalid-from
Gateway connects
Gateway sends:
	<message from='irc.gateway.example.org' to='romeo@example.org'><body>false</body></message>
Gateway receives stream error: invalid-from
Gateway connects
Gateway sends:
	<message to='romeo@example.org'><body>whose?</body></message>
Gateway receives stream error: improper-addressing
Gateway connects
Gateway sends:
	<message from='@gateway.example.org' to='romeo@example.org'><body>whose?</body></message>
Gateway receives stream error: improper-addressing
Gateway connects
Gateway sends:
	<message from='gateway.example.org'><body>whom?</body></message>
Gateway receives stream error: improper-addressing
Romeo receives: nothing
