# RFC 6121 §8.5.2.1.1: several sessions: all that are not negative get messages to the account, whatever their priority
## prosody: it delivers to the highest priority only
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
[Client] Juliet's phone
	jid: juliet@example.org/phone
[Client] Juliet's robot
	jid: juliet@example.org/robot
[Client] Juliet's tablet
	jid: juliet@example.org/tablet
-----
Juliet sends:
	<presence><priority>5</priority></presence>
Juliet's phone sends:
	<presence/>
Juliet's robot sends:
	<presence><priority>-5</priority></presence>
# the tablet sends none
Juliet receives in any order:
	<presence from='juliet@example.org/balcony'><priority>5</priority></presence>
	<presence from='juliet@example.org/phone'/>
	<presence from='juliet@example.org/robot'/>
Juliet's phone receives in any order:
	<presence from='juliet@example.org/balcony'><priority>5</priority></presence>
	<presence from='juliet@example.org/phone'/>
	<presence from='juliet@example.org/robot'/>
Juliet's robot receives in any order:
	<presence from='juliet@example.org/balcony'/>
	<presence from='juliet@example.org/phone'/>
	<presence from='juliet@example.org/robot'/>
Romeo sends:
	<message to='juliet@example.org' id='m1'><body>normal</body></message>
	<message to='juliet@example.org' id='m2' type='chat'><body>chat</body></message>
	<message to='juliet@example.org' id='m3' type='headline'><body>headline</body></message>
	<message to='juliet@example.org' id='m4' type='groupchat'><body>groupchat</body></message>
	<message to='juliet@example.org' id='m5' type='error'><body>error</body></message>
Romeo receives:
	<message type='error' id='m4'/>
Juliet receives:
	<message id='m1'/>
	<message id='m2' type='chat'/>
	<message id='m3' type='headline'/>
Juliet's phone receives:
	<message id='m1'/>
	<message id='m2' type='chat'/>
	<message id='m3' type='headline'/>
Juliet's robot receives: nothing
Juliet's tablet receives: nothing
