# RFC 6120 §8.3.1: errors and results are never answered with an error
[Client] Romeo
	jid: romeo@example.org/orchard
[Account] Juliet
	jid: juliet@example.org
-----
Romeo sends:
	<message type='error' to='juliet@example.org'/>
	<message type='error' to='juliet@example.org/balcony'/>
	<message type='error' to='nobody@example.org'/>
	<message type='error' to='example.org'/>
	<iq type='error' id='e1' to='juliet@example.org'/>
	<iq type='error' id='e2' to='juliet@example.org/balcony'/>
	<iq type='error' id='e3' to='nobody@example.org'/>
	<iq type='error' id='e4' to='example.org'/>
	<iq type='error' id='e5'/>
	<iq type='result' id='r1' to='juliet@example.org'/>
	<iq type='result' id='r2' to='juliet@example.org/balcony'/>
	<iq type='result' id='r3' to='nobody@example.org'/>
	<iq type='result' id='r4' to='example.org'/>
	<iq type='result' id='r5'/>
	<presence type='error' to='juliet@example.org'/>
	<presence type='error' to='nobody@example.org/x'/>
	<presence type='error' to='example.org'/>
Romeo receives: nothing
