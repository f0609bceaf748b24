# RFC 6120 §10.1: stanzas between two parties arrive in the order they were sent, whatever their kind
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
-----
Romeo sends:
	<message to='juliet@example.org/balcony' id='1'/>
	<iq to='juliet@example.org/balcony' id='2' type='get'><q xmlns='urn:example:q'/></iq>
	<presence to='juliet@example.org/balcony' id='3'/>
	<message to='juliet@example.org/balcony' id='4' type='headline'/>
	<iq to='juliet@example.org/balcony' id='5' type='result'/>
Juliet receives:
	<message id='1'/>
	<iq id='2' type='get'/>
	<presence id='3'/>
	<message id='4' type='headline'/>
	<iq id='5' type='result'/>
