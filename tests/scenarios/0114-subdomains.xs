# With subdomains: a component speaks and is spoken to for the names below its own, unless they are another component's

[Component] Gateway
	jid: gateway.example.org
	subdomains

[Component] Irc
	jid: irc.gateway.example.org

[Client] Romeo
	jid: romeo@example.org/orchard
-----
Romeo sends:
	<message to='nurse@sms.gateway.example.org' id='m1'><body>by SMS</body></message>
	<message to='nurse@irc.gateway.example.org' id='m2'><body>by IRC</body></message>
	<message to='nurse@notgateway.example.org' id='m3'><body>by nobody</body></message>
Romeo receives:
	<message from='nurse@notgateway.example.org' id='m3' type='error'><error type='cancel'><remote-server-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
Gateway receives:
	<message from='romeo@example.org/orchard' to='nurse@sms.gateway.example.org' id='m1'><body>by SMS</body></message>
Irc receives:
	<message from='romeo@example.org/orchard' to='nurse@irc.gateway.example.org' id='m2'><body>by IRC</body></message>
Gateway sends:
	<message to='romeo@example.org/orchard' from='nurse@sms.gateway.example.org' id='m4'><body>answer</body></message>
Romeo receives:
	<message to='romeo@example.org/orchard' from='nurse@sms.gateway.example.org' id='m4'><body>answer</body></message>
