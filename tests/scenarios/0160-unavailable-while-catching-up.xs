# RFC 6121 §8.5.2: a session that is no longer available gets no more of what waits; it is for the next
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
	management: true
	acks: none
[Client] Laptop
	jid: juliet@example.org/laptop
-----
Romeo sends:
	{repeat 450 <message to='juliet@example.org' id='o' type='chat'><body>old</body></message>}
Juliet connects
Juliet sends:
	<presence/>
Juliet receives:
	<presence/>
	{repeat 300 <message id='o' type='chat'/>}
Juliet sends:
	<presence type='unavailable'/>
Juliet receives:
	<presence type='unavailable'/>
Romeo sends:
	<message to='juliet@example.org' id='new' type='chat'><body>new</body></message>
Juliet sends:
	<a xmlns='urn:xmpp:sm:3' h='${Juliet's count}'/>
Juliet receives: nothing
Laptop connects
Laptop sends:
	<presence/>
Laptop receives:
	<presence/>
	{repeat 150 <message id='o' type='chat'/>}
	<message id='new' type='chat'/>
