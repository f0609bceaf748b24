# RFC 6120 §6.5.2: a disabled account; only who knows the password learns that it is disabled
## prosody: it has no such accounts
[Client] Tybalt
	jid: tybalt@example.org/street
	raw: tls
	disabled: true
-----
Tybalt sends:
	<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>{base64:\0tybalt\0wrong}</auth>
Tybalt receives:
	<failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl' scansion:strict='false'><not-authorized/></failure>
Tybalt sends:
	<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>{base64:\0tybalt\0password}</auth>
Tybalt receives:
	<failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl' scansion:strict='false'><account-disabled/></failure>
Tybalt sends:
	<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='SCRAM-SHA-1'>{base64:n,,n=tybalt,r=fyko+d2lbbFgONRv9qkxdawL}</auth>
Tybalt receives:
	<challenge xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>{capture:challenge}</challenge>
Tybalt sends:
	<response xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>{scram-proof:n,,|n=tybalt,r=fyko+d2lbbFgONRv9qkxdawL|password|${challenge}}</response>
Tybalt receives:
	<failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl' scansion:strict='false'><account-disabled/></failure>
# the third one ends the stream
Tybalt receives stream error: policy-violation
