# RFC 6120 §6.4.2: PLAIN without initial response gets an empty challenge; '=' stands for an empty one
## prosody: 0.12 calls an empty one malformed
[Client] Romeo
	jid: romeo@example.org/orchard
	raw: tls
-----
Romeo sends:
	<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'/>
Romeo receives:
	<challenge xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>
Romeo sends:
	<response xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>{base64:\0romeo\0password}</response>
Romeo receives:
	<success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>
