# RFC 6121 §8.5.3.1: what comes for a resource just before it is available comes once, though it is kept, too
[Client] Romeo
	jid: romeo@example.org/orchard
-----
Romeo sends:
	<message to='romeo@example.org/orchard' id='m1' type='chat'><body>one</body></message>
	<presence/>
Romeo receives in any order:
	<message from='romeo@example.org/orchard' id='m1' type='chat'><body>one</body></message>
	<presence from='romeo@example.org/orchard'/>
Romeo receives: nothing
