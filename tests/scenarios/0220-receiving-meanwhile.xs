# XEP-0220 §2.2.1: while one pair waits for its proof, others and stanzas of proven ones go on

[Server]
	distrust: montague.lit
	policy montague.lit: dialback
	option federation links bidirectional: false

[Peer] Montague
	domain: montague.lit
	to: capulet.lit
	raw: tls

[Peer] Authority
	domain: montague.lit
	to: capulet.lit
	raw: tls

[Peer] Verona
	domain: verona.lit
	to: capulet.lit
	raw: tls

[Client] Juliet
	jid: juliet@capulet.lit/balcony
-----
Verona sends:
	<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='EXTERNAL'>=</auth>
Verona receives:
	<success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>
Verona opens a stream
Verona receives a stream header
Verona receives:
	<stream:features/>
Verona sends:
	<db:result from='montague.lit' to='capulet.lit'>key</db:result>
Authority accepts
Authority opens a stream
Authority sends:
	<stream:features><dialback xmlns='urn:xmpp:features:dialback'><errors/></dialback></stream:features>
Authority receives:
	<db:verify from='capulet.lit' to='montague.lit' id='{scansion:any}'>key</db:verify>
Verona sends:
	<message from='mercutio@verona.lit' to='juliet@capulet.lit/balcony' type='chat'><body>Meanwhile</body></message>
	<db:verify from='verona.lit' to='capulet.lit' id='x'>key</db:verify>
Verona receives:
	<db:verify from='capulet.lit' to='verona.lit' id='x' type='invalid'/>
Juliet receives:
	<message from='mercutio@verona.lit' to='juliet@capulet.lit/balcony' type='chat'><body>Meanwhile</body></message>
Authority sends:
	<db:verify from='montague.lit' to='capulet.lit' id='${Verona's stream id}' type='invalid'/>
# §2.2.1: a pair that is proven is not lost by a key that is wrong.
Verona receives:
	<db:result from='capulet.lit' to='montague.lit' type='error'><error type='cancel'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></db:result>
Authority is disconnected
Verona sends:
	<message from='mercutio@verona.lit' to='juliet@capulet.lit/balcony' type='chat'><body>Still</body></message>
Juliet receives:
	<message from='mercutio@verona.lit' to='juliet@capulet.lit/balcony' type='chat'><body>Still</body></message>
