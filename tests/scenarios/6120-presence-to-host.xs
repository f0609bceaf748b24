# RFC 6121 §8.4: presence for the server itself is not answered
[Client] Romeo
	jid: romeo@example.org/orchard
-----
Romeo sends:
	<presence to='example.org'/>
	<presence to='example.org' type='unavailable'/>
Romeo receives: nothing
