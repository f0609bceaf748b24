# XEP-0198 §5: the old connection may not know yet that it is dead: it gets 'conflict', and the session stays
[Client] Juliet
	jid: juliet@example.org/balcony
	management: true
[Client] Again
	jid: juliet@example.org/balcony
	raw: sasl
[Client] Romeo
	jid: romeo@example.org/orchard
-----
Juliet sends:
	<presence/>
Juliet receives:
	<presence/>
Again sends:
	<resume xmlns='urn:xmpp:sm:3' h='${Juliet's count}' previd='${Juliet's stream id}'/>
Again receives:
	<resumed xmlns='urn:xmpp:sm:3' h='{scansion:any}' previd='${Juliet's stream id}'/>
Juliet receives stream error: conflict
Romeo sends:
	<message to='juliet@example.org' id='m1' type='chat'><body>one</body></message>
Again receives:
	<message id='m1' type='chat'/>
