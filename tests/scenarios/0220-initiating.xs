# XEP-0220 §2.1.1: our key, which our server knows as its own when it is asked; stanzas wait for the answer

[Peer] Montague
	domain: montague.lit
	to: capulet.lit
	raw: tls

[Peer] Asking
	domain: montague.lit
	to: capulet.lit
	raw: tls

[Client] Juliet
	jid: juliet@capulet.lit/balcony
-----
Juliet sends:
	<message to='romeo@montague.lit' type='chat' id='m1'><body>Wilt thou be gone?</body></message>
Montague accepts
Montague opens a stream
Montague sends:
	<stream:features><dialback xmlns='urn:xmpp:features:dialback'><errors/></dialback></stream:features>
Montague receives:
	<db:result from='capulet.lit' to='montague.lit'>{capture:key}</db:result>
Asking connects
Asking sends:
	<db:verify from='montague.lit' to='capulet.lit' id='${Montague's stream id}'>${key}</db:verify>
	<db:verify from='montague.lit' to='capulet.lit' id='another'>${key}</db:verify>
	<db:verify from='verona.lit' to='capulet.lit' id='${Montague's stream id}'>${key}</db:verify>
Asking receives:
	<db:verify from='capulet.lit' to='montague.lit' id='${Montague's stream id}' type='valid'/>
	<db:verify from='capulet.lit' to='montague.lit' id='another' type='invalid'/>
	<db:verify from='capulet.lit' to='verona.lit' id='${Montague's stream id}' type='invalid'/>
Montague receives: nothing
# §3.1: answers for others count for nothing.
Montague sends:
	<db:result from='verona.lit' to='capulet.lit' type='valid'/>
	<db:result from='montague.lit' to='verona.lit' type='valid'/>
	<db:verify from='montague.lit' to='capulet.lit' id='1' type='valid'/>
Montague receives: nothing
Montague sends:
	<db:result from='montague.lit' to='capulet.lit' type='valid'/>
Montague receives:
	<message from='juliet@capulet.lit/balcony' to='romeo@montague.lit' type='chat' id='m1'><body>Wilt thou be gone?</body></message>
