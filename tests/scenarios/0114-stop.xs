# A server that stops tells its components

[Component] Gateway
	jid: gateway.example.org
-----
the server stops
Gateway receives stream error: system-shutdown
