# RFC 6120 §4.9.3.14, §13.12: what has not authenticated may send little
## prosody: it allows more
[Client] Romeo
	jid: romeo@example.org
	raw: tls
-----
Romeo sends raw:
	<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>{repeat 20000 A}</auth>
Romeo receives stream error: policy-violation
