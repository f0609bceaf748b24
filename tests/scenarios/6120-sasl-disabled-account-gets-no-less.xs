# RFC 6121 §8.5.2: messages for a disabled account wait as for any that is away
## prosody: it has no such accounts
[Client] Romeo
	jid: romeo@example.org/orchard
[Account] Tybalt
	jid: tybalt@example.org
	disabled: true
-----
Romeo sends:
	<message to='tybalt@example.org' type='chat'><body>peace?</body></message>
Romeo receives: nothing
