# XEP-0160 §2: more than are delivered in one go: all of them, in order, before what is new
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
	management: true
-----
Romeo sends:
	{repeat 450 <message to='juliet@example.org' id='o' type='chat'><body>old</body></message>}
	<message to='juliet@example.org' id='last' type='chat'><body>old</body></message>
Juliet connects
Juliet sends:
	<presence/>
Romeo sends:
	<message to='juliet@example.org' id='new' type='chat'><body>new</body></message>
Juliet receives:
	<presence/>
	{repeat 450 <message id='o' type='chat'><body>old</body></message>}
	<message id='last' type='chat'/>
	<message id='new' type='chat'/>
