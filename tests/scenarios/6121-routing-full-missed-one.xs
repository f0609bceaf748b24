# RFC 6121 §8.5.3.2.1: a full address that is gone while another session is there: chat goes to that one
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
-----
Juliet sends:
	<presence/>
Juliet receives:
	<presence/>
Romeo sends:
	<message to='juliet@example.org/gone' id='m2' type='chat'><body>chat</body></message>
Juliet receives:
	<message id='m2' type='chat' from='romeo@example.org/orchard'><body>chat</body></message>
Romeo sends:
	<message to='juliet@example.org/gone' id='m5' type='error'/>
	<presence to='juliet@example.org/gone'/>
	<presence to='juliet@example.org/gone' type='unavailable'/>
	<iq to='juliet@example.org/gone' id='i2' type='result'/>
Juliet receives: nothing
Romeo receives: nothing
